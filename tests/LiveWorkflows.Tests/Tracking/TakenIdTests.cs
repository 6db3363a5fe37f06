using LiveWorkflows.EventLog;

namespace LiveWorkflows.Tests.Tracking;

public sealed class TakenIdTests
{
    [Fact]
    public async Task Start_TakenIdAgainAndAgain_LeavesNothingBehind()
    {
        await using var tracker = new WorkflowTracker(new InMemoryEventLog());
        await using var first = await tracker.StartAsync("import", new WorkflowOptions { Id = "one" });
        await first.FlushAsync();
        var before = tracker.Statistics.UnstoredBytes;
        for (var i = 0; i < 100; i++)
            tracker.Invoking(one => one.Start("import", new WorkflowOptions { Id = "one" })).Should().Throw<WorkflowIdTakenException>();

        tracker.Statistics.UnstoredBytes.Should().Be(before);
    }
}
