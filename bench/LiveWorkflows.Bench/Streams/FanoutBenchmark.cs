namespace LiveWorkflows.Bench.Streams;

/// <summary>One busy workflow and many who watch it, beside a server that keeps a channel for each.</summary>
internal static class FanoutBenchmark
{
    private const double Busy = 1000;
    private const double Quiet = 20;

    public static async Task<int> RunAsync(bool isSmoke)
    {
        var (readers, rounds, seconds) = isSmoke ? (20, 1, 0.2) : (1000, 3, 2.5);
        var report = new Report(
            $"{readers:N0} streams on one workflow, events of about 300 bytes; delivered events per second of the server's CPU time ({rounds} interleaved rounds, medians), "
            + $"and the age at which they arrive at {Quiet:N0} events a second",
            "server", "events/CPU s", "events/s", "p50 ms", "p99 ms");
        (string Name, bool IsPeer, bool Inline)[] servers =
        [
            ("LiveWorkflows, UnsafePreferInlineScheduling", false, true),
            ("LiveWorkflows", false, false),
            ("ServerSentEvents + channels, UnsafePreferInlineScheduling", true, true),
            ("ServerSentEvents + channels", true, false),
        ];
        var loads = new List<StreamLoad>();
        try
        {
            foreach (var server in servers) loads.Add(await StreamLoad.StartAsync(server.IsPeer, server.Inline, readers));
            var delivered = loads.Select(_ => new List<(double PerCpuSecond, double PerSecond)>()).ToArray();
            var ages = loads.Select(_ => new List<double>()).ToArray();
            for (var round = -1; round < rounds; round++)
            {
                for (var i = 0; i < loads.Count; i++)
                {
                    var figures = await loads[i].DeliverAsync(Busy, TimeSpan.FromSeconds(round < 0 ? seconds / 2 : seconds));
                    var aged = await loads[i].AgesAsync(Quiet, TimeSpan.FromSeconds(round < 0 ? 0.1 : seconds));
                    if (round < 0) continue;
                    delivered[i].Add(figures);
                    ages[i].AddRange(aged);
                }
            }

            var perCpu = delivered.Select(rounds => Statistics.Median(rounds.Select(round => round.PerCpuSecond))).ToArray();
            var p99 = ages.Select(samples => Statistics.Percentile([.. samples], 0.99)).ToArray();
            for (var i = 0; i < servers.Length; i++)
            {
                report.Row(
                    servers[i].Name, Report.Number(perCpu[i]), Report.Number(Statistics.Median(delivered[i].Select(round => round.PerSecond))),
                    Report.Number(Statistics.Percentile([.. ages[i]], 0.5)), Report.Number(p99[i]));
            }

            report.AtLeast("delivered events per CPU second, against the better of the two others", perCpu[0] / Math.Max(perCpu[2], perCpu[3]), 10, "times");
            report.AtMost("p99 at 20 events a second, against the better of the two others", p99[0], Math.Min(p99[2], p99[3]), "ms");
        }
        finally
        {
            foreach (var load in loads) await load.DisposeAsync();
        }

        return report.Print(isSmoke);
    }
}
