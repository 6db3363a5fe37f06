using LiveWorkflows.Events;

namespace LiveWorkflows.Tests.Tracking;

public sealed class ConfidenceTests
{
    [Fact]
    public async Task Confidence_OfSteps_IsThePhasesAndTheWorkflowsMean()
    {
        await using var run = new TrackedRun();
        using (var phase = run.Workflow.BeginPhase(WorkflowPhase.Processing))
        {
            phase.BeginStep("a").Complete(confidence: 0.8);
            phase.BeginStep("b").Complete(confidence: 0.6);
            phase.BeginStep("c").Complete();
            phase.Complete();
        }

        run.Workflow.BeginStep("d").Complete(confidence: 0.1);
        var events = await run.EndAsync();

        events.OfType<PhaseCompleted>().Single().Confidence.Should().Be(0.7);
        var summary = run.Workflow.GetSummary();
        summary.Phases.Single().Confidence.Should().Be(0.7);
        summary.Confidence.Should().Be(0.5);
    }

    [Fact]
    public async Task ReportConfidence_OfAPhaseAStepAndTheWorkflow_BeatsTheMeans()
    {
        await using var run = new TrackedRun();
        using (var phase = run.Workflow.BeginPhase(WorkflowPhase.Processing))
        {
            phase.BeginStep("a").Complete(confidence: 0.8);
            phase.ReportConfidence(0.3, "checked against the source", 12);
            phase.Complete();
        }

        run.Workflow.ReportConfidence(0.4, "PROCESSING/a");
        run.Workflow.ReportConfidence(0.9);
        var events = await run.EndAsync();

        events.OfType<PhaseCompleted>().Single().Confidence.Should().Be(0.3);
        var summary = run.Workflow.GetSummary();
        summary.Steps.Single().Confidence.Should().Be(0.4);
        summary.Confidence.Should().Be(0.9);
    }

    [Fact]
    public async Task ReportConfidence_OfWhatIsNoNumber_IsIgnored()
    {
        await using var run = new TrackedRun();
        run.Workflow.ReportConfidence(double.NaN);
        run.Workflow.BeginStep("a").Complete(confidence: double.NaN);

        (await run.EndAsync())[^1].Should().BeOfType<WorkflowCompleted>();
        run.Workflow.GetSummary().Confidence.Should().BeNull();
    }
}
