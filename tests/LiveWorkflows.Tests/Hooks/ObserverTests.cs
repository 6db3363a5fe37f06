using LiveWorkflows.EventLog;
using LiveWorkflows.Events;
using LiveWorkflows.Hooks;
using Microsoft.Extensions.Logging.Abstractions;

namespace LiveWorkflows.Tests.Hooks;

public sealed class ObserverTests
{
    [Fact]
    public async Task OnEventAsync_EventsTheObserverDoesNotWant_NeverReachIt()
    {
        var observer = new RememberingObserver(WorkflowEventSerializer.IsTerminal);
        await RunAsync(observer, steps: 3);
        observer.Taken.Should().Equal(WorkflowCompleted.Name);
    }

    [Fact]
    public async Task OnEventAsync_ObserverFarBehind_StillHearsHowTheWorkflowEnds()
    {
        var released = new TaskCompletionSource();
        var observer = new RememberingObserver(_ => true) { Held = released.Task };
        await using var tracker = new WorkflowTracker(new InMemoryEventLog(), observers: [observer]);
        var workflow = tracker.Start("busy");
        for (var i = 0; i < 20_000; i++) workflow.BeginStep("step").Complete();
        workflow.Complete();
        await workflow.DisposeAsync();
        released.SetResult();
        await tracker.DisposeAsync();

        observer.Taken.Should().StartWith(WorkflowStarted.Name).And.EndWith(WorkflowCompleted.Name);
        observer.Taken.Count.Should().BeLessThan(20_000, "memory is bounded");
    }

    [Fact]
    public async Task Post_HandlerThatHangs_HoldsNoMoreEndsThanTheBoundAndCountsTheOthers()
    {
        var released = new TaskCompletionSource();
        var begun = new TaskCompletionSource();
        var taken = 0;
        var dispatcher = new HookDispatcher(NullLogger.Instance, TimeProvider.System);
        dispatcher.Add(_ => true, async _ =>
        {
            taken++;
            begun.TrySetResult();
            await released.Task;
        });
        var ended = new WorkflowCancelled { Summary = new WorkflowSummary() };
        dispatcher.Post(ended);
        await begun.Task.WaitAsync(TimeSpan.FromSeconds(60));
        for (var i = 0; i < HookDispatcher.MostWaiting + 100; i++) dispatcher.Post(ended);

        dispatcher.Missed.Should().Be(100);
        released.SetResult();
        await dispatcher.CompleteAsync(TimeSpan.FromSeconds(60));
        taken.Should().Be(HookDispatcher.MostWaiting + 1);
    }

    [Fact]
    public async Task OnEventAsync_ObserverThrows_OthersAndTheWorkflowGoOn()
    {
        var observer = new RememberingObserver(_ => true);
        await RunAsync(new ThrowingObserver(), steps: 2, observer);
        observer.Taken.Count(type => type == StepCompleted.Name).Should().Be(2);
    }

    [Fact]
    public async Task IsInterestedIn_Throws_TheObserverIsToldAndNothingElseSuffers()
    {
        var observer = new RememberingObserver(_ => throw new InvalidOperationException());
        var other = new RememberingObserver(_ => true);
        await RunAsync(observer, steps: 1, other);
        other.Taken.Should().EndWith(WorkflowCompleted.Name);
        observer.Taken.Should().Equal(other.Taken);
    }

    private static async Task RunAsync(IWorkflowObserver observer, int steps, params IWorkflowObserver[] others)
    {
        await using var tracker = new WorkflowTracker(new InMemoryEventLog(), observers: [observer, .. others]);
        var workflow = tracker.Start("run");
        for (var i = 0; i < steps; i++) workflow.BeginStep("step").Complete();
        workflow.Complete();
        await workflow.DisposeAsync();
    }

    private sealed class RememberingObserver(Func<string, bool> wants) : IWorkflowObserver
    {
        public List<string> Taken { get; } = [];

        public Task Held { get; init; } = Task.CompletedTask;

        public bool IsInterestedIn(string eventType) => wants(eventType);

        public async ValueTask OnEventAsync(WorkflowEvent workflowEvent, CancellationToken cancellationToken)
        {
            await Held;
            Taken.Add(workflowEvent.EventType);
        }
    }

    private sealed class ThrowingObserver : IWorkflowObserver
    {
        public ValueTask OnEventAsync(WorkflowEvent workflowEvent, CancellationToken cancellationToken) => throw new InvalidOperationException();
    }
}
