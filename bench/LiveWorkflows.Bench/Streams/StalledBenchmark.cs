namespace LiveWorkflows.Bench.Streams;

/// <summary>Readers that take nothing, among others that do.</summary>
internal static class StalledBenchmark
{
    public static async Task<int> RunAsync(bool isSmoke)
    {
        var (stalled, readers, seconds) = isSmoke ? (3, 5, 0.2) : (20, 50, 5.0);
        var report = new Report(
            $"{stalled} readers that take nothing beside {readers} that read; the server's memory after full collections, and the age of the others' events at 200 events a second",
            "", "p50 ms", "p99 ms", "process MB", "managed MB");
        await using var load = await StreamLoad.StartAsync(isPeer: false, inline: true, readers);
        await load.AgesAsync(2000, TimeSpan.FromSeconds(seconds));
        var alone = await load.AgesAsync(200, TimeSpan.FromSeconds(seconds));
        var before = await load.Server.MemoryAsync();
        var stalling = new List<StreamClient>();
        for (var i = 0; i < stalled; i++) stalling.Add(new StreamClient());
        await Task.WhenAll(stalling.Select(client => client.OpenAsync(load.Server.Stream, stalls: true)));
        await load.Server.WaitForStreamsAsync(readers + stalled);

        // What the sockets of both sides take in is some megabytes; only then does the server notice.
        await load.Server.SayAsync(5000, TimeSpan.FromSeconds(seconds / 2));
        var beside = await load.AgesAsync(200, TimeSpan.FromSeconds(seconds));
        var after = await load.Server.MemoryAsync();
        foreach (var client in stalling) client.Close();
        await Task.Delay(isSmoke ? 20 : 1000);
        var gone = await load.Server.MemoryAsync();

        Row("without them", alone, before);
        Row("with them", beside, after);
        Row("when they have gone", [], gone);
        report.AtMost("a stalled reader, managed memory", (after.Managed - gone.Managed) / 1024.0 / stalled, 100, "KB");
        report.AtMost("p99 of the others, against the same without stalled readers and half as much again", Statistics.Percentile(beside, 0.99), 1.5 * Statistics.Percentile(alone, 0.99), "ms");
        return report.Print(isSmoke);

        void Row(string when, double[] ages, (long Managed, long Process) memory) => report.Row(
            when, Report.Number(Statistics.Percentile(ages, 0.5)), Report.Number(Statistics.Percentile(ages, 0.99)),
            Report.Number(memory.Process / 1048576.0), Report.Number(memory.Managed / 1048576.0));
    }
}
