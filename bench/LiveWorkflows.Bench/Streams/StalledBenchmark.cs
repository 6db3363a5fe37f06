namespace LiveWorkflows.Bench.Streams;

/// <summary>Readers that take nothing, among others that do.</summary>
internal static class StalledBenchmark
{
    public static async Task<int> RunAsync(bool isSmoke)
    {
        var (stalled, readers, seconds) = isSmoke ? (3, 5, 0.2) : (20, 50, 5.0);
        var report = new Report(
            $"{stalled} readers that take nothing beside {readers} that read; growth of the server's memory over the same events without them and with them (the rest is the event log, in memory), and the age of the others' events at 200 a second",
            "", "p50 ms", "p99 ms", "process growth MB", "managed growth MB");
        await using var load = await StreamLoad.StartAsync(isPeer: false, inline: true, readers);

        // Three times first: so the event log, which doubles its lists when they are full (at 32,768 events, then at 65,536), does so in neither of the two rounds.
        for (var i = 0; i < 3; i++) await BusyAsync();
        var first = await load.Server.MemoryAsync();
        var alone = await BusyAsync();
        var before = await load.Server.MemoryAsync();
        var stalling = new List<StreamClient>();
        for (var i = 0; i < stalled; i++) stalling.Add(new StreamClient());
        await Task.WhenAll(stalling.Select(client => client.OpenAsync(load.Server.Stream, stalls: true)));
        await load.Server.WaitForStreamsAsync(readers + stalled);
        var beside = await BusyAsync();
        var after = await load.Server.MemoryAsync();
        foreach (var client in stalling) client.Close();

        Row("without them", alone, first, before);
        Row("with them", beside, before, after);
        var managed = after.Managed - before.Managed - (before.Managed - first.Managed);
        report.AtMost("a stalled reader, in managed memory, buffers of the connection included", managed / 1024.0 / stalled, 100, "KB");
        report.AtMost("p99 of the others, on top of that without stalled readers", Statistics.Percentile(beside, 0.99) - Statistics.Percentile(alone, 0.99), 5, "ms");
        return report.Print(isSmoke);

        // What the sockets of both sides take in is some megabytes; only then does the server notice that somebody stalls.
        async Task<double[]> BusyAsync()
        {
            await load.Server.SayAsync(4200, TimeSpan.FromSeconds(seconds / 2));
            return await load.AgesAsync(200, TimeSpan.FromSeconds(seconds));
        }

        void Row(string when, double[] ages, (long Managed, long Process) from, (long Managed, long Process) to) => report.Row(
            when, Report.Number(Statistics.Percentile(ages, 0.5)), Report.Number(Statistics.Percentile(ages, 0.99)),
            Report.Number((to.Process - from.Process) / 1048576.0), Report.Number((to.Managed - from.Managed) / 1048576.0));
    }
}
