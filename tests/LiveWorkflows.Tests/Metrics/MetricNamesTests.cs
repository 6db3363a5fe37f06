using LiveWorkflows.Tests.Tracking;

namespace LiveWorkflows.Tests.Metrics;

public sealed class MetricNamesTests
{
    [Fact]
    public async Task Counter_MoreNamesThanAreTold_WorksAndCostsBoundedMemory()
    {
        await using var run = new TrackedRun();
        for (var i = 0; i < 5_000; i++) run.Workflow.Counter($"row {i}").Add();
        run.Workflow.Counter("row 0").Add();
        var beyond = run.Workflow.Counter("row 4999");
        beyond.Add(7);

        beyond.Value.Should().Be(7);
        var counters = run.Workflow.GetSummary().Counters;
        counters.Should().HaveCount(1_000).And.Contain("row 0", 2).And.NotContainKey("row 4999");
    }
}
