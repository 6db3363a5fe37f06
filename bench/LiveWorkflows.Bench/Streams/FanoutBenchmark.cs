namespace LiveWorkflows.Bench.Streams;

/// <summary>One busy workflow and many who watch it, beside a server that keeps a channel for each.</summary>
internal static class FanoutBenchmark
{
    private const double Quiet = 20;
    private static readonly double[] Rates = [100, 1000, 5000];

    public static async Task<int> RunAsync(bool isSmoke)
    {
        var (readers, rounds, seconds) = isSmoke ? (20, 1, 0.1) : (1000, 3, 0.8);
        var report = new Report(
            $"{readers:N0} streams on one workflow, events of about 300 bytes: delivered events per second of the server's CPU time, at several rates of events a second "
            + $"({rounds} interleaved rounds, medians), and the age at which they arrive at {Quiet:N0} events a second. * more than the server can deliver: it is late or holds up the one who says",
            ["server", .. Rates.Select(rate => $"{rate:N0}/s"), "p50 ms", "p99 ms"]);
        (string Name, bool IsPeer, bool Inline)[] servers =
        [
            ("LiveWorkflows, settings for many streams", false, true),
            ("LiveWorkflows, no settings", false, false),
            ("ServerSentEvents + channels, settings for many streams", true, true),
            ("ServerSentEvents + channels", true, false),
        ];
        var loads = new List<StreamLoad>();
        try
        {
            foreach (var server in servers) loads.Add(await StreamLoad.StartAsync(server.IsPeer, server.Inline, readers));
            var delivered = loads.Select(_ => Rates.Select(_ => new List<(double PerCpuSecond, double PerSecond)>()).ToArray()).ToArray();
            var ages = loads.Select(_ => new List<double>()).ToArray();
            for (var round = -1; round < rounds; round++)
            {
                for (var i = 0; i < loads.Count; i++)
                {
                    for (var rate = 0; rate < Rates.Length; rate++)
                    {
                        var figures = await loads[i].DeliverAsync(Rates[rate], TimeSpan.FromSeconds(seconds));
                        if (round >= 0) delivered[i][rate].Add(figures);
                    }

                    var aged = await loads[i].AgesAsync(Quiet, TimeSpan.FromSeconds(round < 0 ? 0.1 : seconds * 2));
                    if (round >= 0) ages[i].AddRange(aged);
                }
            }

            var perCpu = delivered.Select(rates => rates.Select(of => Statistics.Median(of.Select(figures => figures.PerCpuSecond))).ToArray()).ToArray();
            var p99 = ages.Select(samples => Statistics.Percentile([.. samples], 0.99)).ToArray();
            for (var i = 0; i < servers.Length; i++)
            {
                var cells = Rates.Select((rate, at) =>
                    Report.Number(perCpu[i][at]) + (Statistics.Median(delivered[i][at].Select(figures => figures.PerSecond)) < 0.8 * rate * readers ? "*" : " "));
                report.Row([servers[i].Name, .. cells, Report.Number(Statistics.Percentile([.. ages[i]], 0.5)), Report.Number(p99[i])]);
            }

            report.AtLeast($"delivered events per CPU second at {Rates[^1]:N0} events a second, both servers with the settings", perCpu[0][^1] / perCpu[2][^1], 10, "times");
            report.AtLeast($"the same, against the other server without them", perCpu[0][^1] / perCpu[3][^1], 10, "times");
            report.AtMost($"p99 at {Quiet:N0} events a second, both servers with the settings", p99[0], p99[2], "ms");
            report.AtMost($"the same, against the better of the two others", p99[0], Math.Min(p99[2], p99[3]), "ms");
        }
        finally
        {
            foreach (var load in loads) await load.DisposeAsync();
        }

        return report.Print(isSmoke);
    }
}
