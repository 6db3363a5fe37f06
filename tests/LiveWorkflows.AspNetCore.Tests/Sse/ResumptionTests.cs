using LiveWorkflows.EventLog;
using LiveWorkflows.Events;
using Microsoft.Extensions.DependencyInjection;

namespace LiveWorkflows.AspNetCore.Tests.Sse;

/// <summary>What a client sees over a restart of the server, and when the history it asks for is gone.</summary>
public sealed class ResumptionTests
{
    [Fact]
    public async Task Stream_OverARestart_GoesOnWithoutAGapOrARepeat()
    {
        var seen = new List<SseReader.Frame>();
        await using var first = await WebHost.StartAsync();
        var workflow = await first.Tracker.StartAsync("import");
        workflow.BeginPhase(WorkflowPhase.Processing).BeginStep("long");
        await workflow.FlushAsync();
        await using (var reader = await SseReader.OpenAsync(first.Client, $"/api/v1/sse/workflows/{workflow.Id}")) seen.AddRange(await reader.TakeAsync(3));
        await first.StopAsync();

        await using var second = await WebHost.StartAsync(services: services => services.AddSingleton(first.Log).AddSingleton(first.Records), usesOwnStorage: false);
        await using var rest = await SseReader.OpenAsync(second.Client, $"/api/v1/sse/workflows/{workflow.Id}", seen[^1].Id);
        await using (var resumed = await second.Tracker.ResumeAsync(workflow.Id))
        {
            resumed!.BeginPhase(WorkflowPhase.Processing).BeginStep("long").Complete();
            resumed.Complete();
        }

        seen.AddRange(await rest.ReadToEndAsync());
        seen[..^1].Should().Equal(await StoredFrames.OfAsync(second.Log, workflow.Id));
        seen.Select(frame => frame.Event).Should().ContainInOrder(StepStarted.Name, WorkflowResumed.Name, StepRetried.Name, StepCompleted.Name, WorkflowCompleted.Name);
    }

    [Fact]
    public async Task Stream_WhoseHistoryIsGone_SaysSoAndGoesOnWithWhatThereIs()
    {
        var trimmed = new TrimmedLog(from: 4);
        await using var host = await WebHost.StartAsync(services: services => services.AddSingleton<IEventLog>(trimmed).AddSingleton(new Records.InMemoryRecordStore() as Records.IRecordStore), usesOwnStorage: false);
        await using (var workflow = host.Tracker.Start("import"))
        {
            for (var i = 0; i < 5; i++) workflow.Log("information", "line");
            workflow.Complete();
        }

        await using var reader = await SseReader.OpenAsync(host.Client, $"/api/v1/sse/workflows/{trimmed.WorkflowId}", lastEventId: "1");
        var frames = await reader.ReadToEndAsync();

        frames[0].Should().Be(new SseReader.Frame(
            null,
            "resync",
            $$"""{"oldest_seq":4,"latest_seq":8,"snapshot_url":"/api/v1/workflows/{{trimmed.WorkflowId}}","workflow_id":"{{trimmed.WorkflowId}}"}"""));
        frames[1].Id.Should().Be("4");
        frames[^1].Event.Should().Be("stream_end");
    }

    /// <summary>A log that keeps only the end of every workflow.</summary>
    private sealed class TrimmedLog(long from) : IEventLog
    {
        private readonly InMemoryEventLog _whole = new();

        public string WorkflowId { get; private set; } = "";

        public ValueTask<IReadOnlyList<AppendResult>> AppendAsync(IReadOnlyList<EventBatch> batches, CancellationToken cancellationToken = default)
        {
            WorkflowId = batches[0].WorkflowId;
            return _whole.AppendAsync(batches, cancellationToken);
        }

        public IAsyncEnumerable<StoredEvent> ReadAsync(string workflowId, long afterSequence = 0, CancellationToken cancellationToken = default) =>
            _whole.ReadAsync(workflowId, Math.Max(from - 1, afterSequence), cancellationToken);

        public IAsyncEnumerable<StoredEvent> FollowAsync(string workflowId, long afterSequence = 0, CancellationToken cancellationToken = default) =>
            _whole.FollowAsync(workflowId, Math.Max(from - 1, afterSequence), cancellationToken);

        public IAsyncEnumerable<StoredEvent> ReadAllAsync(LogPosition after = default, CancellationToken cancellationToken = default) => _whole.ReadAllAsync(after, cancellationToken);

        public IAsyncEnumerable<StoredEvent> FollowAllAsync(LogPosition? after = null, CancellationToken cancellationToken = default) => _whole.FollowAllAsync(after, cancellationToken);

        public ValueTask<LogHead?> GetHeadAsync(string workflowId, CancellationToken cancellationToken = default) => _whole.GetHeadAsync(workflowId, cancellationToken);

        public ValueTask DeleteAsync(string workflowId, CancellationToken cancellationToken = default) => _whole.DeleteAsync(workflowId, cancellationToken);
    }
}
