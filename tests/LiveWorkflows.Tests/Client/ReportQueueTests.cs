using System.Text.Json.Nodes;
using LiveWorkflows.Client;

namespace LiveWorkflows.Tests.Client;

public sealed class ReportQueueTests
{
    private readonly ReportQueue _queue = new();

    [Fact]
    public void Add_NothingButSteps_LosesLaterStepsButNeverTheEnd()
    {
        for (var i = 0; i < ReportQueue.MostWaiting; i++) _queue.Add("step_started", []);
        _queue.Add("step_started", []);
        Drain(ReportQueue.MostWaiting + 1);
        _queue.Add("step_complete", []);
        _queue.Add("progress", []);
        _queue.Add("warning", []);
        _queue.Add("workflow_complete", []);

        var rest = Drain(10);

        rest.Select(Type).Should().Equal("warning", "warning", "workflow_complete");
        rest[0]["code"]!.GetValue<string>().Should().Be("reports_dropped");
        _queue.Lost.Should().Be(3);
    }

    [Fact]
    public void Add_FullOfNotices_LosesDetailsBeforeThem()
    {
        for (var i = 0; i < ReportQueue.MostWaiting; i++) _queue.Add("own", []);
        _queue.Add("log", []);
        _queue.Lost.Should().Be(1, "what matters more is kept");
        _queue.Add("step_started", []);

        var all = Drain(ReportQueue.MostWaiting + 10);

        all.Count(report => Type(report) == "own").Should().BeLessThan(ReportQueue.MostWaiting);
        Type(all[^1]).Should().Be("step_started");
        Number(all).Should().BeInAscendingOrder().And.OnlyHaveUniqueItems();
    }

    [Fact]
    public void Add_LargeReports_AreBoundedByTheirSize()
    {
        for (var i = 0; i < 40; i++) _queue.Add("log", new JsonObject { ["message"] = new string('x', 1_000_000) });
        _queue.Add("log", new JsonObject { ["message"] = new string('x', ReportQueue.MostCharacters) });

        var all = Drain(100);

        all.Sum(report => report.ToJsonString().Length).Should().BeLessThan(ReportQueue.MostCharacters + 1_000);
        all.Should().HaveCountGreaterThan(10);
        _queue.Lost.Should().Be(41 - all.Count(report => Type(report) == "log"));
    }

    [Fact]
    public void Next_UntilItIsRemoved_IsTheSameHoweverMuchIsLostMeanwhile()
    {
        for (var i = 0; i < 3; i++) _queue.Add("log", new JsonObject { ["message"] = $"{i}" });
        var first = _queue.Next(500, 900_000);
        for (var i = 0; i < ReportQueue.MostWaiting + 100; i++) _queue.Add("log", []);

        _queue.Next(500, 900_000).Should().Equal(first);
        _queue.Lost.Should().BeInRange(100, 101);
    }

    private static string Type(JsonObject report) => report["type"]!.GetValue<string>();

    private static IEnumerable<long> Number(IEnumerable<JsonObject> reports) => reports.Select(report => report["client_seq"]!.GetValue<long>());

    private List<JsonObject> Drain(int most)
    {
        var reports = _queue.Next(most, int.MaxValue);
        _queue.Remove(reports.Count);
        return [.. reports.Select(report => JsonNode.Parse(report)!.AsObject())];
    }
}
