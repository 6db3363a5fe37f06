using System.Text.Json;
using LiveWorkflows.EventLog;
using LiveWorkflows.Events;
using LiveWorkflows.Jobs;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace LiveWorkflows.Tests.Jobs;

public sealed class JobRunnerTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly InMemoryEventLog _log = new();
    private readonly InMemoryJobQueue _queue = new();

    [Fact]
    public async Task Run_QueuedJob_CompletesWithTheHandlersResult()
    {
        var id = await EnqueueAsync();
        await using var tracker = new WorkflowTracker(_log);
        using var runner = Runner(tracker, new Handler((context, _) =>
        {
            context.Workflow.BeginStep("work").Complete();
            return Task.FromResult(JsonSerializer.SerializeToElement(new { pages = 2 }));
        }));
        await runner.StartAsync(default);

        var events = await EndOfAsync(id);
        await runner.StopAsync(default);
        events.Select(happened => happened.EventType).Should().StartWith([WorkflowQueued.Name, WorkflowStarted.Name]);
        events[^1].Should().BeOfType<WorkflowCompleted>().Which.Result.GetProperty("pages").GetInt32().Should().Be(2);
        (await _queue.GetDepthAsync()).Should().Be(new JobQueueDepth(0, 0));
    }

    [Fact]
    public async Task Run_HandlerThrows_FailsAndIsNotRunAgain()
    {
        var id = await EnqueueAsync();
        var runs = 0;
        await using var tracker = new WorkflowTracker(_log);
        using var runner = Runner(tracker, new Handler((_, _) =>
        {
            runs++;
            throw new TimeoutException();
        }));
        await runner.StartAsync(default);
        (await EndOfAsync(id))[^1].Should().BeOfType<WorkflowFailed>().Which.Error.Code.Should().Be("timeout");
        await runner.StopAsync(default);
        runs.Should().Be(1);
    }

    [Fact]
    public async Task Run_StoppedInTheMiddle_GoesOnAtTheNextStartWithoutRepeatingWhatWasDone()
    {
        var id = await EnqueueAsync();
        var firstRuns = 0;
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Handler Handler(bool holds) => new(async (context, token) =>
        {
            using var phase = context.Workflow.BeginPhase(WorkflowPhase.Processing);
            using (var first = phase.BeginStep("first"))
            {
                if (first.IsAlreadyCompleted) first.Artifact.Should().Be("sha256-of-first");
                else firstRuns++;
                first.Complete(artifact: "sha256-of-first");
            }

            var second = phase.BeginStep("second");
            if (holds)
            {
                reached.SetResult();
                await Task.Delay(Timeout.Infinite, token);
            }

            second.Complete();
            phase.Complete();
            return default;
        });

        await using (var tracker = new WorkflowTracker(_log))
        {
            using var runner = Runner(tracker, Handler(holds: true));
            await runner.StartAsync(default);
            await reached.Task.WaitAsync(Patience);
            await runner.StopAsync(default);
        }

        await using var next = new WorkflowTracker(_log);
        using var nextRunner = Runner(next, Handler(holds: false));
        await nextRunner.StartAsync(default);
        var events = await EndOfAsync(id);
        await nextRunner.StopAsync(default);

        firstRuns.Should().Be(1);
        events.OfType<StepStarted>().Select(step => step.StepName).Should().Equal("first", "second");
        events.OfType<StepRetried>().Should().ContainSingle().Which.StepName.Should().Be("second");
        events.OfType<WorkflowResumed>().Should().ContainSingle().Which.Epoch.Should().Be(2);
        events[^1].Should().BeOfType<WorkflowCompleted>();
    }

    [Fact]
    public async Task Run_HandlerReturnsWhileTheProgramStops_JobGoesOnAtTheNextStart()
    {
        var id = await EnqueueAsync();
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using (var tracker = new WorkflowTracker(_log))
        {
            using var runner = Runner(tracker, new Handler(async (_, token) =>
            {
                reached.SetResult();
                await Task.Delay(Timeout.Infinite, token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                return default;
            }));
            await runner.StartAsync(default);
            await reached.Task.WaitAsync(Patience);
            await runner.StopAsync(default);
        }

        (await _log.GetHeadAsync(id))!.IsEnded.Should().BeFalse("the end was said too late to be stored");
        await using var next = new WorkflowTracker(_log);
        using var again = Runner(next, new Handler((_, _) => Task.FromResult(JsonSerializer.SerializeToElement(1))));
        await again.StartAsync(default);
        (await EndOfAsync(id))[^1].Should().BeOfType<WorkflowCompleted>();
        await again.StopAsync(default);
    }

    [Fact]
    public async Task Run_AskedToStop_EndsCancelled()
    {
        var id = await EnqueueAsync();
        await using var tracker = new WorkflowTracker(_log);
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var runner = Runner(tracker, new Handler(async (_, token) =>
        {
            reached.SetResult();
            await Task.Delay(Timeout.Infinite, token);
            return default;
        }));
        await runner.StartAsync(default);
        await reached.Task.WaitAsync(Patience);
        tracker.Find(id)!.RequestCancellation();
        (await EndOfAsync(id))[^1].Should().BeOfType<WorkflowCancelled>();
        await runner.StopAsync(default);
    }

    [Fact]
    public async Task Run_LeaseLost_StoresNothingMoreAndStopsTheHandler()
    {
        var time = new FakeTimeProvider();
        var queue = new InMemoryJobQueue(timeProvider: time);
        var id = await EnqueueAsync(queue);
        await using var tracker = new WorkflowTracker(_log);
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var stopped = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var runner = new JobRunner(queue, tracker, [new Handler(async (context, token) =>
        {
            reached.TrySetResult();
            await Task.Delay(Timeout.Infinite, token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            context.Workflow.BeginStep("too late").Complete();
            stopped.TrySetResult();
            return default;
        })], new JobRunnerOptions { Workers = 1 }, time, NullLogger<JobRunner>.Instance);
        await runner.StartAsync(default);
        await reached.Task.WaitAsync(Patience);

        await queue.RemoveAsync(id);
        time.Advance(TimeSpan.FromSeconds(3));
        await stopped.Task.WaitAsync(Patience);
        await runner.StopAsync(default);

        var events = new List<string>();
        await foreach (var stored in _log.ReadAsync(id)) events.Add(stored.Type);
        events.Should().Equal(WorkflowQueued.Name, WorkflowStarted.Name);
    }

    private async Task<string> EnqueueAsync(IJobQueue? queue = null)
    {
        await using var tracker = new WorkflowTracker(_log);
        var id = await tracker.QueueAsync("import", new WorkflowOptions { Type = "test" });
        await (queue ?? _queue).EnqueueAsync(new Job(id, "test"));
        return id;
    }

    private JobRunner Runner(WorkflowTracker tracker, IJobHandler handler) =>
        new(_queue, tracker, [handler], new JobRunnerOptions { Workers = 1 }, TimeProvider.System, NullLogger<JobRunner>.Instance);

    private async Task<IReadOnlyList<WorkflowEvent>> EndOfAsync(string workflowId)
    {
        using var patience = new CancellationTokenSource(Patience);
        var events = new List<WorkflowEvent>();
        await foreach (var stored in _log.FollowAsync(workflowId, cancellationToken: patience.Token))
        {
            events.Add(WorkflowEventSerializer.Deserialize(stored));
            if (events[^1].IsTerminal) break;
        }

        return events;
    }

    private sealed class Handler(Func<JobContext, CancellationToken, Task<JsonElement>> body) : IJobHandler
    {
        public string Type => "test";

        public IReadOnlyList<PlannedPhase> Phases => [new PlannedPhase("PROCESSING", 2)];

        public Task<JsonElement> RunAsync(JobContext context, CancellationToken cancellationToken) => body(context, cancellationToken);
    }
}
