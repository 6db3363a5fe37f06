using LiveWorkflows.EventLog;
using LiveWorkflows.Events;

namespace LiveWorkflows.Tests;

public sealed class WorkflowTests
{
    [Fact]
    public async Task RunAsync_TwoPhases_StoresEveryEventInOrderAndEndsOnce()
    {
        var log = new InMemoryEventLog();
        await using var tracker = new WorkflowTracker(log);

        string? id = null;
        await tracker.RunAsync("import", async (workflow, _) =>
        {
            id = workflow.Id;
            await workflow.RunPhaseAsync(WorkflowPhase.Validation, async (phase, token) =>
                await phase.RunStepAsync("check", (_, _) => Task.CompletedTask, cancellationToken: token));
            using var processing = workflow.BeginPhase(WorkflowPhase.Processing, expectedSteps: 2);
            using var step = processing.BeginStep("read");
            step.Report(0.5);
            step.Complete("done", 0.9);
            workflow.Counter("pages").Add(2);
        });

        var types = new List<string>();
        var sequence = 0L;
        await foreach (var stored in log.ReadAsync(id!))
        {
            stored.Sequence.Should().Be(++sequence);
            types.Add(stored.Type);
        }

        types.Should().StartWith(WorkflowStarted.Name).And.EndWith([Progressed.Name, WorkflowCompleted.Name]);
        types.Should().ContainInOrder(PhaseStarted.Name, StepStarted.Name, StepCompleted.Name, PhaseCompleted.Name, MetricsReported.Name);
        types.Count(WorkflowEventSerializer.IsTerminal).Should().Be(1);
    }
}
