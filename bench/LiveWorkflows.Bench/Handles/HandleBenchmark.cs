using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Engines;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace LiveWorkflows.Bench.Handles;

/// <summary>What handles cost, and what tracking costs that is switched off; by BenchmarkDotNet, in this process.</summary>
internal static class HandleBenchmark
{
    public static async Task<int> RunAsync(bool isSmoke)
    {
        var job = Job.Default.WithToolchain(InProcessEmitToolchain.Instance);
        job = isSmoke
            ? job.WithStrategy(RunStrategy.ColdStart).WithWarmupCount(0).WithIterationCount(1).WithInvocationCount(1).WithUnrollFactor(1)
            : job.WithWarmupCount(4).WithIterationCount(12).WithIterationTime(Perfolizer.Horology.TimeInterval.FromMilliseconds(200));
        var artifacts = Directory.CreateTempSubdirectory("benchmarkdotnet-").FullName;
        var config = ManualConfig.CreateEmpty().AddJob(job).AddLogger(NullLogger.Instance).AddColumnProvider(DefaultColumnProviders.Instance)
            .WithOptions(ConfigOptions.DisableOptimizationsValidator).WithArtifactsPath(artifacts);
        var report = new Report("What a handle costs, by BenchmarkDotNet in this process; and tracking that is switched off, medians of 5,000 interleaved rounds of 100", "", "median ns", "bytes");
        var summary = BenchmarkRunner.Run<HandleBenchmarks>(config);
        Directory.Delete(artifacts, recursive: true);
        var figures = summary.Reports.ToDictionary(
            of => of.BenchmarkCase.Descriptor.WorkloadMethod.Name,
            of => (Title: of.BenchmarkCase.Descriptor.WorkloadMethodDisplayInfo.Trim('\''), Ns: of.ResultStatistics?.Median ?? double.NaN, Bytes: of.GcStats.GetBytesAllocatedPerOperation(of.BenchmarkCase) ?? 0));
        foreach (var (title, ns, bytes) in figures.Values) report.Row(title, Report.Number(ns), Report.Number(bytes));
        foreach (var (name, what) in new[] { (nameof(HandleBenchmarks.CounterAdd), "a counter"), (nameof(HandleBenchmarks.GaugeSet), "a gauge") })
        {
            report.AtMost(what, figures[name].Ns, 10, "ns");
            report.AtMost($"{what}, allocated", figures[name].Bytes, 0, "bytes");
        }

        var (alone, disabled, unmeasured) = isSmoke ? await SwitchedOff.MeasureAsync(2, 10) : await SwitchedOff.MeasureAsync(5_000, 100);
        report.Row("a digest of 512 bytes", Report.Number(alone), "");
        report.Row("the same, as a step of WorkflowTracker.Disabled", Report.Number(disabled), "");
        report.Row("the same, counted and set with TrackPerformance = false", Report.Number(unmeasured), "");
        report.AtMost("WorkflowTracker.Disabled, on top of the same work without it", disabled - alone, 10, "ns");
        report.AtMost("TrackPerformance = false, on top of the same work without it", unmeasured - alone, 10, "ns");
        return report.Print(isSmoke);
    }
}
