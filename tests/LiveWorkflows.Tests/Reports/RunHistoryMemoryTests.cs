using LiveWorkflows.Events;

namespace LiveWorkflows.Tests.Reports;

/// <summary>Measures the memory of the whole process, so nothing else runs beside it.</summary>
[CollectionDefinition(nameof(RunHistoryMemoryTests), DisableParallelization = true)]
public sealed class RunHistoryMemoryTestsAlone;

[Collection(nameof(RunHistoryMemoryTests))]
public sealed class RunHistoryMemoryTests
{
    private static readonly TimeSpan Day = TimeSpan.FromHours(24);

    [Fact]
    [Trait("Speed", "Slow")]
    public async Task Memory_OfTenThousandRunsOfAHundredSteps_IsAFewMegabytes()
    {
        await using var runs = new ReportedRuns();
        var reports = runs.Reports;
        var before = Settled();
        var random = new Random(3);
        for (var run = 0; run < 10_000; run++)
        {
            var (id, seq, at) = ($"w{run}", 0L, runs.Time.GetUtcNow());
            await TellAsync(new WorkflowStarted { WorkflowName = "import" });
            for (var step = 0; step < 100; step++)
            {
                await TellAsync(new StepStarted { StepId = $"P/s{step}", StepName = $"s{step}", Phase = "P" });
                await TellAsync(new StepCompleted { StepId = $"P/s{step}", StepName = $"s{step}", Phase = "P", Attempt = 1, DurationMs = Math.Round(random.NextDouble() * 1000, 3) });
            }

            await TellAsync(new WorkflowCompleted { Summary = new WorkflowSummary { WorkflowId = id, Name = "import", Status = WorkflowStatus.Completed, StartedAt = at, DurationMs = 50_000 } });
            runs.Time.Advance(TimeSpan.FromSeconds(8));

            ValueTask TellAsync(WorkflowEvent said) => reports.Observer.OnEventAsync(said with { WorkflowId = id, Seq = ++seq, Timestamp = at }, default);
        }

        await runs.SettleAsync();
        await foreach (var record in runs.Records.ListAsync("")) await runs.Records.DeleteAsync(record.Key);
        var after = Settled();

        // Spread over a day, which is the worst case: hardly two runs share a slot.
        reports.GetRecent(Day).Steps.Sum(step => step.Count).Should().Be(1_000_000);
        reports.Bytes.Should().BeLessThan(12L << 20);
        TestContext.Current.TestOutputHelper?.WriteLine($"slots {reports.Bytes / 1e6:0.0} MB, altogether {(after - before) / 1e6:0.0} MB");
        (after - before).Should().BeLessThan(24L << 20);
    }

    // What earlier tests left behind is collected first, what waits for its finalizer included.
    private static long Settled()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        return GC.GetTotalMemory(forceFullCollection: true);
    }
}
