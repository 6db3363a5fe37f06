using LiveWorkflows.Events;

namespace LiveWorkflows.Tests.Tracking;

public sealed class WaitingTests
{
    [Fact]
    public async Task Wait_Disposed_IsToldApartFromWork()
    {
        await using var run = new TrackedRun();
        var step = run.Workflow.BeginStep("review");
        run.Advance(100);
        using (step.Wait("a person"))
        {
            run.Advance(900);
            run.Workflow.GetSummary().Steps.Should().ContainSingle().Which.Status.Should().Be(StepStatus.Waiting);
        }

        run.Advance(50);
        step.Complete();
        var events = await run.EndAsync();

        events.OfType<StepWaiting>().Should().ContainSingle().Which.Reason.Should().Be("a person");
        events.OfType<StepResumed>().Should().ContainSingle().Which.WaitedMs.Should().Be(900);
        var completed = events.OfType<StepCompleted>().Single();
        completed.DurationMs.Should().Be(1050);
        completed.WaitedMs.Should().Be(900);
        run.Workflow.GetSummary().WaitedMs.Should().Be(900);
    }

    [Fact]
    public async Task End_OfAStepThatWaits_CountsTheWaitUntilThen()
    {
        await using var run = new TrackedRun();
        var step = run.Workflow.BeginStep("review");
        var first = step.Wait();
        run.Advance(10);
        first.Dispose();
        first.Dispose();
        _ = step.Wait();
        run.Advance(30);
        step.Fail(new TimeoutException());
        var events = await run.EndAsync();

        events.OfType<StepFailed>().Single().WaitedMs.Should().Be(40);
        events.OfType<StepResumed>().Should().ContainSingle();
        run.Workflow.GetSummary().WaitedMs.Should().Be(40);
    }

    [Fact]
    public async Task Wait_OfAStepThatHasEnded_SaysNothing()
    {
        await using var run = new TrackedRun();
        var step = run.Workflow.BeginStep("review");
        step.Complete();
        step.Wait().Dispose();

        (await run.EndAsync()).Should().NotContain(happened => happened is StepWaiting || happened is StepResumed);
    }

    [Fact]
    public async Task QueuedMs_WorkflowThatWaitedForAWorker_IsApartFromItsDuration()
    {
        await using var run = new TrackedRun();
        var id = await run.Tracker.QueueAsync("later");
        run.Advance(2_000);
        var workflow = (await run.Tracker.ResumeAsync(id))!;
        run.Advance(300);
        workflow.Complete();
        await workflow.DisposeAsync();

        var summary = (await run.Tracker.GetSummaryAsync(id))!;
        summary.QueuedMs.Should().Be(2_000);
        summary.DurationMs.Should().Be(300);
    }
}
