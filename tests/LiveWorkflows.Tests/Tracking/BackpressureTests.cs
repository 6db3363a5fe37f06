using LiveWorkflows.Events;

namespace LiveWorkflows.Tests.Tracking;

/// <summary>Law 4: lifecycle events are never dropped, memory is bounded, and a log that is away stops nobody below the bound.</summary>
public sealed class BackpressureTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task Log_AwayForAWhile_EveryEventIsStoredWhenItIsBack()
    {
        var log = new FailingEventLog { IsAway = true };
        await using var tracker = new WorkflowTracker(log);
        var workflow = tracker.Start("import");
        for (var i = 0; i < 2000; i++) workflow.BeginStep("step").Complete();
        workflow.Complete();
        log.IsAway = false;
        await workflow.DisposeAsync();

        var steps = 0;
        await foreach (var stored in log.ReadAsync(workflow.Id)) steps += stored.Type == StepCompleted.Name ? 1 : 0;
        steps.Should().Be(2000);
    }

    [Fact]
    public async Task Lifecycle_PastTheBound_WaitsAndIsCountedAndLosesNothing()
    {
        var log = new FailingEventLog { IsAway = true };
        await using var tracker = new WorkflowTracker(log, new WorkflowTrackerOptions { MaxUnstoredBytes = 256 << 10 });
        var workflow = tracker.Start("import");
        var said = 0;
        var saying = Task.Run(() =>
        {
            for (; said < 20_000; said++) workflow.BeginStep("step").Complete();
        });
        while (tracker.Statistics.UnstoredBytes <= 256 << 10) await Task.Yield();
        saying.IsCompleted.Should().BeFalse("the bound was passed and the log is away");
        for (var i = 0; i < 10; i++) workflow.Log("information", "thinned");
        tracker.Statistics.Dropped.Should().BeGreaterThan(0);

        log.IsAway = false;
        await saying.WaitAsync(Patience);
        workflow.Complete();
        await workflow.DisposeAsync();

        tracker.Statistics.Stalled.Should().BeGreaterThan(TimeSpan.Zero);
        var steps = 0;
        await foreach (var stored in log.ReadAsync(workflow.Id)) steps += stored.Type == StepCompleted.Name ? 1 : 0;
        steps.Should().Be(20_000);
    }
}
