using System.Collections.Concurrent;
using System.Diagnostics;
using LiveWorkflows.EventLog;
using Microsoft.Extensions.Time.Testing;

namespace LiveWorkflows.Tests.Tracking;

/// <summary>How much of what is put into the log goes in one append.</summary>
public sealed class EventPumpTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task Flush_OfManyWorkflowsAtOnce_StoresThemTogether()
    {
        var log = new CountingLog();
        await using var tracker = new WorkflowTracker(log, timeProvider: new FakeTimeProvider());
        var workflows = Enumerable.Range(0, 100).Select(_ => tracker.Start("import")).ToList();
        using var held = log.Hold();
        var first = workflows[0].FlushAsync().AsTask();
        await log.Held.WaitAsync(Patience);

        var rest = workflows.Skip(1).Select(workflow => workflow.FlushAsync().AsTask()).ToList();
        held.Dispose();
        await Task.WhenAll([first, .. rest]).WaitAsync(Patience);

        log.Appends.Should().Equal(1, 99);
    }

    [Fact]
    public async Task FlushOfTheTracker_StoresAllWorkflowsTogether()
    {
        var log = new CountingLog();
        await using var tracker = new WorkflowTracker(log, timeProvider: new FakeTimeProvider());
        for (var i = 0; i < 300; i++) tracker.Start("import");

        await tracker.FlushAsync();

        log.Appends.Should().Equal(256, 44);
    }

    [Fact]
    public async Task Flush_OfMuchAtOnce_GoesInPieces_AndInOrder()
    {
        var log = new CountingLog();
        await using var tracker = new WorkflowTracker(log, timeProvider: new FakeTimeProvider());
        var workflow = tracker.Start("import");
        for (var i = 0; i < 10_000; i++) workflow.BeginStep("step").Complete();

        await workflow.FlushAsync();

        log.Appends.Count.Should().BeGreaterThan(3);
        log.LargestBytes.Should().BeLessThan(3 << 20);
        var sequences = new List<long>();
        await foreach (var stored in log.ReadAsync(workflow.Id)) sequences.Add(stored.Sequence);
        sequences.Should().HaveCountGreaterThan(20_000).And.Equal(Enumerable.Range(1, sequences.Count).Select(number => (long)number));
    }

    [Fact]
    public async Task NothingRunning_NoTimerTicks_UntilSomethingRunsAgain()
    {
        var time = new CountedTime();
        var log = new CountingLog();
        await using var tracker = new WorkflowTracker(log, timeProvider: time);
        await using (var first = tracker.Start("import")) first.Complete();
        // The pump notices at its next visit that there is nothing left.
        for (var end = Stopwatch.StartNew(); end.Elapsed < Patience && Ticked(time, TimeSpan.FromSeconds(1)) > 0;) await Task.Yield();

        Ticked(time, TimeSpan.FromMinutes(1)).Should().Be(0);

        await using var second = tracker.Start("import");
        second.BeginStep("step");
        for (var end = Stopwatch.StartNew(); end.Elapsed < Patience && Ticked(time, TimeSpan.FromSeconds(1)) == 0;) await Task.Yield();
        Ticked(time, TimeSpan.FromSeconds(1)).Should().BePositive();
    }

    private static int Ticked(CountedTime time, TimeSpan span)
    {
        var before = time.Ticks;
        time.Advance(span);
        return time.Ticks - before;
    }

    [Fact]
    public async Task FirstEventAfterAPause_IsStoredWithoutAVisitOfThePump()
    {
        var (log, time) = (new CountingLog(), new FakeTimeProvider());
        await using var tracker = new WorkflowTracker(log, timeProvider: time);
        var workflow = tracker.Start("import");
        await workflow.FlushAsync();
        while (!tracker.Pump.IsAtRest)
        {
            time.Advance(TimeSpan.FromMilliseconds(8));
            await Task.Yield();
        }

        // Time stands still from here on: no visit is due.
        var before = log.Appends.Count;
        workflow.BeginStep("step");
        for (var patience = Stopwatch.StartNew(); log.Appends.Count == before && patience.Elapsed < Patience;) await Task.Delay(1);

        log.Appends.Count.Should().BeGreaterThan(before);
        tracker.Pump.IsAtRest.Should().BeFalse("what follows at once waits for the next visit");
    }

    [Fact]
    public async Task LostWorkflow_SaysNothingMore_AndHoldsNothing()
    {
        await using var tracker = new WorkflowTracker(new InMemoryEventLog(), timeProvider: new FakeTimeProvider());
        await using var workflow = await tracker.StartAsync("import");
        for (var i = 0; i < 1_000; i++) workflow.BeginStep("step");

        await tracker.DeleteAsync(workflow.Id);
        for (var i = 0; i < 1_000; i++) workflow.BeginStep("step").Complete();

        workflow.IsLost.Should().BeTrue();
        tracker.Statistics.UnstoredBytes.Should().Be(0);
    }

    [Fact]
    public async Task Flush_TroubleWithOneWorkflowOfAnAppend_LeavesTheOthersStored()
    {
        var (log, time) = (new CountingLog(), new FakeTimeProvider());
        await using var tracker = new WorkflowTracker(log, timeProvider: time);
        var workflows = Enumerable.Range(0, 50).Select(_ => tracker.Start("import")).ToList();
        await tracker.FlushAsync();
        foreach (var workflow in workflows) workflow.BeginStep("step");
        log.Doubted = workflows[20].Id;

        var flushing = tracker.FlushAsync().AsTask();

        workflows.Where(workflow => workflow.Recorder.HasUnstored).Should().ContainSingle().Which.Id.Should().Be(log.Doubted);
        flushing.IsCompleted.Should().BeFalse();
        log.Doubted = null;
        for (var patience = Stopwatch.StartNew(); !flushing.IsCompleted && patience.Elapsed < Patience;)
        {
            time.Advance(TimeSpan.FromMilliseconds(100));
            await Task.Yield();
        }

        await flushing.WaitAsync(Patience);
        workflows.Should().OnlyContain(workflow => !workflow.IsLost && !workflow.Recorder.HasUnstored);
    }

    [Fact]
    public async Task Dispose_LogThatStaysAway_WaitsOnceForAllWorkflows()
    {
        var (log, time) = (new FailingEventLog { IsAway = true }, new FakeTimeProvider());
        var tracker = new WorkflowTracker(log, new WorkflowTrackerOptions { HookTimeout = TimeSpan.FromSeconds(5) }, timeProvider: time);
        for (var i = 0; i < 20; i++) tracker.Start("import");
        var began = time.GetUtcNow();

        var disposal = tracker.DisposeAsync().AsTask();
        for (var patience = Stopwatch.StartNew(); !disposal.IsCompleted && patience.Elapsed < Patience;)
        {
            // In small steps, so that what is only due later is not taken for what has waited.
            time.Advance(TimeSpan.FromMilliseconds(50));
            await Task.Delay(1);
        }

        await disposal.WaitAsync(Patience);
        (time.GetUtcNow() - began).Should().BeGreaterThanOrEqualTo(TimeSpan.FromSeconds(5)).And
            .BeLessThan(TimeSpan.FromSeconds(50), "a wait for each of twenty would take a hundred seconds");
    }

    /// <summary>A log that counts, and that can be kept from answering.</summary>
    private sealed class CountingLog : IEventLog
    {
        private readonly InMemoryEventLog _log = new();
        private readonly TaskCompletionSource _held = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private TaskCompletionSource? _release;

        /// <summary>How many batches each append had.</summary>
        public ConcurrentQueue<int> Appends { get; } = [];

        public long LargestBytes { get; private set; }

        /// <summary>The workflow of which it is not known whether its events are stored.</summary>
        public string? Doubted { get; set; }

        public Task Held => _held.Task;

        public IDisposable Hold()
        {
            _release = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            return new Released(_release);
        }

        public async ValueTask<IReadOnlyList<AppendResult>> AppendAsync(IReadOnlyList<EventBatch> batches, CancellationToken cancellationToken = default)
        {
            Appends.Enqueue(batches.Count);
            LargestBytes = Math.Max(LargestBytes, batches.Sum(batch => batch.Events.Sum(item => (long)item.Data.Length)));
            if (_release is { } release)
            {
                _held.TrySetResult();
                await release.Task;
            }

            var results = await _log.AppendAsync(batches, cancellationToken);
            return [.. results.Select((result, i) => batches[i].WorkflowId == Doubted ? new AppendResult(AppendStatus.Conflict, result.Position) : result)];
        }

        public IAsyncEnumerable<StoredEvent> ReadAsync(string workflowId, long afterSequence = 0, CancellationToken cancellationToken = default) =>
            _log.ReadAsync(workflowId, afterSequence, cancellationToken);

        public IAsyncEnumerable<StoredEvent> FollowAsync(string workflowId, long afterSequence = 0, CancellationToken cancellationToken = default) =>
            _log.FollowAsync(workflowId, afterSequence, cancellationToken);

        public IAsyncEnumerable<StoredEvent> ReadAllAsync(LogPosition after, CancellationToken cancellationToken = default) => _log.ReadAllAsync(after, cancellationToken);

        public IAsyncEnumerable<StoredEvent> FollowAllAsync(LogPosition? after = null, CancellationToken cancellationToken = default) =>
            _log.FollowAllAsync(after, cancellationToken);

        public ValueTask<LogHead?> GetHeadAsync(string workflowId, CancellationToken cancellationToken = default) =>
            workflowId == Doubted ? throw new EventLogUnavailableException() : _log.GetHeadAsync(workflowId, cancellationToken);

        public ValueTask DeleteAsync(string workflowId, CancellationToken cancellationToken = default) => _log.DeleteAsync(workflowId, cancellationToken);

        private sealed class Released(TaskCompletionSource release) : IDisposable
        {
            public void Dispose() => release.TrySetResult();
        }
    }
}
