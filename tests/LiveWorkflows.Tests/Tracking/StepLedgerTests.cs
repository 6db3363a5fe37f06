using System.Text.Json;
using LiveWorkflows.EventLog;
using LiveWorkflows.Events;

namespace LiveWorkflows.Tests.Tracking;

public sealed class StepLedgerTests
{
    [Fact]
    public async Task Summary_TenThousandSteps_KeepsTheFirstTheLastAndTheOpenOnes_LiveAsReplayed()
    {
        var log = new InMemoryEventLog();
        await using var tracker = new WorkflowTracker(log);
        var workflow = tracker.Start("many");
        var phase = workflow.BeginPhase(WorkflowPhase.Processing);
        var open = phase.BeginStep("all along");
        for (var i = 0; i < 10_000; i++) phase.BeginStep($"step {i}").Complete(confidence: i % 2);

        var live = workflow.GetSummary();
        live.StepCount.Should().Be(10_001);
        live.Steps.Count.Should().BeInRange(1_000, 2_010);
        live.Steps.Select(step => step.Name).Should().StartWith(["all along", "step 0", "step 1"]).And.EndWith("step 9999");
        live.Steps[0].Status.Should().Be(StepStatus.Running);
        live.Confidence.Should().Be(0.5);
        open.Complete();
        workflow.Complete();
        await workflow.DisposeAsync();

        var replayed = (await tracker.GetSummaryAsync(workflow.Id))!;
        ToJson(replayed).Should().Be(ToJson(workflow.GetSummary()));
    }

    [Fact]
    public async Task Summary_ThousandsOfPhases_KeepsTheFirstAndTheLast_LiveAsReplayed()
    {
        var log = new InMemoryEventLog();
        await using var tracker = new WorkflowTracker(log);
        var workflow = tracker.Start("many");
        for (var i = 0; i < 3_000; i++) workflow.BeginPhase(new WorkflowPhase($"PHASE_{i}")).BeginStep("step").Complete();

        var live = workflow.GetSummary();
        live.PhaseCount.Should().Be(3_000);
        live.Phases.Count.Should().BeInRange(750, 1_000);
        live.Phases.Select(phase => phase.Name).Should().StartWith(["PHASE_0", "PHASE_1"]).And.EndWith("PHASE_2999").And.OnlyHaveUniqueItems();
        live.Phases[^1].Index.Should().Be(3_000);
        workflow.Complete();
        await workflow.DisposeAsync();

        var replayed = (await tracker.GetSummaryAsync(workflow.Id))!;
        replayed.Status.Should().Be(WorkflowStatus.Completed);
        ToJson(replayed).Should().Be(ToJson(workflow.GetSummary()));
    }

    [Fact]
    public async Task ResumeAsync_ManyPhases_NoneIsToldAgain()
    {
        var log = new InMemoryEventLog();
        await using var first = new WorkflowTracker(log);
        var id = await first.QueueAsync("many");
        var begun = (await first.ResumeAsync(id, 1))!;
        for (var i = 0; i < 2_000; i++) begun.BeginPhase(new WorkflowPhase($"PHASE_{i}"));
        await begun.FlushAsync();

        await using var second = new WorkflowTracker(log);
        var resumed = (await second.ResumeAsync(id, 2))!;
        for (var i = 0; i <= 2_000; i++) resumed.BeginPhase(new WorkflowPhase($"PHASE_{i}"));
        resumed.Complete();
        await resumed.DisposeAsync();
        begun.Close();

        (await second.GetSummaryAsync(id))!.PhaseCount.Should().Be(2_001);
    }

    [Fact]
    public async Task ResumeAsync_ManyFinishedSteps_NoneIsDoneAgain()
    {
        var log = new InMemoryEventLog();
        await using var first = new WorkflowTracker(log);
        var id = await first.QueueAsync("many");
        var begun = (await first.ResumeAsync(id, 1))!;
        begun.BeginPhase(WorkflowPhase.Processing);
        for (var i = 0; i < 5_000; i++) begun.BeginStep($"step {i}").Complete(artifact: $"digest {i}");
        await begun.FlushAsync();

        await using var second = new WorkflowTracker(log);
        var resumed = (await second.ResumeAsync(id, 2))!;
        resumed.BeginPhase(WorkflowPhase.Processing);
        for (var i = 0; i < 5_000; i++)
        {
            var step = resumed.BeginStep($"step {i}");
            step.IsAlreadyCompleted.Should().BeTrue();
            step.Artifact.Should().Be($"digest {i}");
        }

        resumed.BeginStep("step 5000").IsAlreadyCompleted.Should().BeFalse();
        resumed.Complete();
        await resumed.DisposeAsync();
        begun.Close();
        (await second.GetSummaryAsync(id))!.StepCount.Should().Be(5_001);
    }

    private static string ToJson(WorkflowSummary summary) => JsonSerializer.Serialize(summary, WorkflowJson.Default.WorkflowSummary);
}
