using System.Diagnostics;

namespace LiveWorkflows.Bench.Steps;

/// <summary>What a step operation (that it begins, that it ends) costs the thread that makes it, beside what others charge for saying the same.</summary>
/// <remarks>
/// Every single operation is timed between two readings of the clock; the median cost of measuring nothing is subtracted. So a wait for a lock, a new
/// segment or a collection shows in the percentiles as what it is.
/// </remarks>
internal static class StepBenchmark
{
    public static async Task<int> RunAsync(bool isSmoke)
    {
        var (operations, bursts, warmUps) = isSmoke ? (200, 2, 1) : (10_000, 40, 15);
        var report = new Report(
            $"A step operation on the caller's thread: bursts of {operations:N0} operations, {bursts} interleaved rounds, every operation timed by itself "
            + "(p50, p99, p99.9 over all rounds), bytes allocated on that thread",
            "", "p50 ns", "p99 ns", "p99.9 ns", "mean ns", "bytes");
        IStepTool[] tools = [new NoTool(), new LiveWorkflowsTool(await Tracked.StartAsync()), new SerilogTool(), new ZLoggerTool(), new ActivityTool()];
        var samples = tools.Select(_ => new double[operations * bursts]).ToArray();
        var bytes = tools.Select(_ => new List<double>()).ToArray();
        for (var round = -warmUps; round < bursts; round++)
        {
            for (var tool = 0; tool < tools.Length; tool++)
            {
                await tools[tool].BeginBurstAsync();
                var allocated = await Task.Factory.StartNew(
                    () => Burst(tools[tool], samples[tool].AsSpan(Math.Max(0, round) * operations, operations)),
                    CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
                await tools[tool].EndBurstAsync();
                if (round >= 0) bytes[tool].Add((double)allocated / operations);
            }
        }

        foreach (var tool in tools) await tool.DisposeAsync();
        var nothing = Statistics.Percentile([.. samples[0]], 0.5);
        for (var tool = 1; tool < tools.Length; tool++)
        {
            var net = samples[tool].Select(nanoseconds => Math.Max(0, nanoseconds - nothing)).ToArray();
            var (p50, p99, allocated) = (Statistics.Percentile(net, 0.5), Statistics.Percentile(net, 0.99), Statistics.Median(bytes[tool]));
            report.Row(tools[tool].Name, Report.Number(p50), Report.Number(p99), Report.Number(Statistics.Percentile(net, 0.999)), Report.Number(net.Average()), Report.Number(allocated));
            if (tool > 1) continue;
            report.AtMost("a step operation, p50", p50, 150, "ns");
            report.AtMost("a step operation, p99", p99, 1500, "ns");
            report.AtMost("allocated a step operation", allocated, 96, "bytes");
        }

        report.Row(tools[0].Name, Report.Number(nothing), Report.Number(Statistics.Percentile(samples[0], 0.99)), Report.Number(Statistics.Percentile(samples[0], 0.999)), "", Report.Number(Statistics.Median(bytes[0])));
        return report.Print(isSmoke);
    }

    private static long Burst(IStepTool tool, Span<double> nanoseconds)
    {
        var ticks = 1e9 / Stopwatch.Frequency;
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i + 1 < nanoseconds.Length; i += 2)
        {
            var begun = Stopwatch.GetTimestamp();
            var step = tool.Begin();
            var between = Stopwatch.GetTimestamp();
            tool.End(step);
            var ended = Stopwatch.GetTimestamp();
            nanoseconds[i] = (between - begun) * ticks;
            nanoseconds[i + 1] = (ended - between) * ticks;
        }

        return GC.GetAllocatedBytesForCurrentThread() - allocated;
    }
}
