using LiveWorkflows.Telemetry;

namespace LiveWorkflows.Tests.Telemetry;

public sealed class MetricWriterTests
{
    [Fact]
    public async Task Metrics_OfWorkflows_TellDurationsErrorsAndWhatIsActive()
    {
        await using var traced = new TracedTracker(spans: false, metrics: true);
        var options = new WorkflowOptions { Type = "import", Tags = new Dictionary<string, string> { ["customer"] = "Ada" } };
        await traced.Tracker.RunAsync("nightly", (workflow, token) =>
            workflow.RunPhaseAsync(new WorkflowPhase("WORK"), (phase, _) => phase.RunStepAsync("load", (_, _) => Task.CompletedTask, cancellationToken: token), cancellationToken: token), options);
        Func<Task> run = () => traced.Tracker.RunAsync("nightly", (_, _) => throw new TimeoutException(), options);
        await run.Should().ThrowAsync<TimeoutException>();
        var open = traced.Tracker.Start("other");
        traced.Observe();
        open.Complete();
        await traced.DisposeTrackerAsync();

        var measured = traced.Measured;
        measured.Where(one => one.Name == "liveworkflows.workflow.duration" && one.Tags["liveworkflows.workflow.type"] == "import")
            .Select(one => one.Tags["liveworkflows.status"]).Should().BeEquivalentTo("completed", "failed");
        measured.Should().ContainSingle(one => one.Name == "liveworkflows.step.duration").Which.Tags.Should().BeEquivalentTo(new Dictionary<string, string>
        {
            ["liveworkflows.workflow.type"] = "import", ["liveworkflows.phase"] = "WORK", ["liveworkflows.step.name"] = "load", ["liveworkflows.status"] = "completed",
        });
        measured.Should().ContainSingle(one => one.Name == "liveworkflows.errors").Which.Tags["error.type"].Should().NotBeEmpty();
        measured.Should().ContainSingle(one => one.Name == "liveworkflows.workflow.active").Which.Value.Should().Be(1);
        measured.Should().Contain(one => one.Name == "liveworkflows.tracker.events" && one.Value > 5);
        measured.SelectMany(one => one.Tags.Values).Should().NotContain("Ada");
    }

    [Fact]
    public void Admit_MoreNamesThanAllowed_AreOther()
    {
        var limit = new SeriesLimit(2);
        limit.Admit("a").Should().Be(("a", "", ""));
        limit.Admit("b", "phase", "step").Should().Be(("b", "phase", "step"));
        limit.Admit("c").Should().Be((SeriesLimit.Other, SeriesLimit.Other, SeriesLimit.Other));
        limit.Admit("a").Should().Be(("a", "", ""));
    }
}
