using LiveWorkflows.Bench.Steps;

namespace LiveWorkflows.Bench.Memory;

/// <summary>Whether memory stays flat, however much is tracked.</summary>
/// <remarks>On SQLite in a temporary directory: the log in memory keeps everything by its nature.</remarks>
internal static class MemoryBenchmark
{
    private const double Megabyte = 1 << 20;
    private const int AtOnce = 200;

    public static async Task<int> RunAsync(bool isSmoke)
    {
        var (events, workflows) = isSmoke ? (2_000, 20) : (1_000_000, 10_000);
        var report = new Report(
            $"{events:N0} events through one workflow, watched by a client, and through {workflows:N0} of which {AtOnce} run at a time; SQLite, log file; flushed every 10,000",
            "", "s", "events/s", "before MB", "after MB", "growth MB", "peak growth MB", "managed growth MB");
        await using var tracked = await Tracked.StartAsync();

        // What runs for the first time is compiled and pooled: that is no growth.
        await OneAsync(tracked, isSmoke ? 500 : 50_000);
        await ManyAsync(tracked, isSmoke ? 5 : 500, 100);
        var one = await MeasureAsync(report, "one workflow", events, () => OneAsync(tracked, events));
        var many = await MeasureAsync(report, $"{workflows:N0} workflows", events, () => ManyAsync(tracked, workflows, events / workflows));
        report.AtMost("growth over a million events through one workflow", one, 64, "MB");
        report.AtMost("growth over a million events through ten thousand workflows", many, 64, "MB");
        return report.Print(isSmoke);
    }

    private static async Task<double> MeasureAsync(Report report, string what, int events, Func<Task> run)
    {
        var (before, managedBefore) = Settle();
        var peak = before;
        using var done = new CancellationTokenSource();
        var watching = Task.Run(async () =>
        {
            while (!done.IsCancellationRequested)
            {
                peak = Math.Max(peak, Machine.Memory().Now);
                await Task.Delay(20);
            }
        });
        var begun = System.Diagnostics.Stopwatch.GetTimestamp();
        await run();
        var seconds = System.Diagnostics.Stopwatch.GetElapsedTime(begun).TotalSeconds;
        await done.CancelAsync();
        await watching;
        var (after, managedAfter) = Settle();
        var growth = (after - before) / Megabyte;
        await Console.Error.WriteLineAsync(FormattableString.Invariant($"({what}: {seconds:N0} s, growth {growth:N0} MB)"));
        report.Row(
            what, Report.Number(seconds), Report.Number(events / seconds), Report.Number(before / Megabyte), Report.Number(after / Megabyte),
            Report.Number(growth), Report.Number((peak - before) / Megabyte), Report.Number((managedAfter - managedBefore) / Megabyte));
        return growth;
    }

    private static async Task OneAsync(Tracked tracked, int events)
    {
        await using var workflow = tracked.Tracker.Start("large");
        await tracked.WatchAsync(workflow);
        var phase = workflow.BeginPhase(WorkflowPhase.Processing);
        for (var said = 0; said < events; said += 2)
        {
            phase.BeginStep("step").Complete();
            if (said % 10_000 == 0) await workflow.FlushAsync();
        }

        workflow.Complete();
    }

    private static async Task ManyAsync(Tracked tracked, int count, int events)
    {
        foreach (var some in Enumerable.Range(0, count).Chunk(AtOnce))
        {
            var workflows = some.Select(_ => tracked.Tracker.Start("small")).ToArray();
            var phases = workflows.Select(workflow => workflow.BeginPhase(WorkflowPhase.Processing)).ToArray();
            for (var (step, said) = (0, 0); step < events / 2; step++)
            {
                foreach (var phase in phases) phase.BeginStep("step").Complete();
                if ((said += 2 * phases.Length) % 10_000 < 2 * phases.Length) await tracked.Tracker.FlushAsync();
            }

            foreach (var workflow in workflows) workflow.Complete();
            await Task.WhenAll(workflows.Select(workflow => workflow.DisposeAsync().AsTask()));
        }
    }

    private static (long Process, long Managed) Settle()
    {
        for (var i = 0; i < 3; i++)
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            GC.WaitForPendingFinalizers();
        }

        return (Machine.Memory().Now, GC.GetTotalMemory(forceFullCollection: true));
    }
}
