using LiveWorkflows.EventLog;

namespace LiveWorkflows.Tests.UserGuide;

/// <summary>The library's ten lines of the README.</summary>
public sealed class ReadmeTests
{
    [Fact]
    public async Task TenLines_AsWritten_TrackAnImport()
    {
        var stored = new List<int>();
        var id = "";
        var log = new InMemoryEventLog();
        async Task<int[]> ReadAsync(StepScope step)
        {
            await Task.Yield();
            step.Report(0.5);
            return [1, 2, 3];
        }

        Task StoreAsync(int[] rows)
        {
            stored.AddRange(rows);
            return Task.CompletedTask;
        }

        await using var tracker = new WorkflowTracker(log);

        await tracker.RunAsync("import", async (workflow, cancellationToken) =>
        {
            id = workflow.Id;
            workflow.BeginPhase(WorkflowPhase.Processing, expectedSteps: 2);
            var rows = await workflow.RunStepAsync("Reading", (step, _) => ReadAsync(step), new RetryPolicy { MaxAttempts = 3 }, cancellationToken);
            await workflow.RunStepAsync("Storing", (step, _) => StoreAsync(rows), cancellationToken: cancellationToken);
            workflow.Counter("rows").Add(rows.Length);
        });

        stored.Should().Equal(1, 2, 3);
        var summary = (await tracker.GetSummaryAsync(id))!;
        summary.Status.Should().Be(WorkflowStatus.Completed);
        summary.Steps.Select(step => step.Name).Should().Equal("Reading", "Storing");
        summary.Counters.Should().Contain("rows", 3);
    }
}
