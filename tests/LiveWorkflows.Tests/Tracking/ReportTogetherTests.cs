namespace LiveWorkflows.Tests.Tracking;

public sealed class ReportTogetherTests
{
    [Fact]
    public async Task ReportTogether_SummaryMeanwhile_DoesNotTellThatAllWasTaken()
    {
        await using var run = new TrackedRun();
        run.Workflow.ReportTogether(2, () => run.Workflow.BeginStep("first").Complete());

        run.Workflow.ReportTogether(4, () =>
        {
            var second = run.Workflow.BeginStep("second");
            run.Workflow.GetSummary().LastClientSeq.Should().Be(2, "the step has not ended yet");
            second.Complete();
        });

        var summary = run.Workflow.GetSummary();
        summary.LastClientSeq.Should().Be(4);
        summary.Steps.Select(step => step.Name).Should().Equal("first", "second");
    }
}
