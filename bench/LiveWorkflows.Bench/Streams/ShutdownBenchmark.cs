namespace LiveWorkflows.Bench.Streams;

/// <summary>The end of a server with open streams.</summary>
internal static class ShutdownBenchmark
{
    public static async Task<int> RunAsync(bool isSmoke)
    {
        var (readers, stalled) = isSmoke ? (20, 2) : (1000, 20);
        var report = new Report($"The orderly end of a server with {readers:N0} open streams and {stalled} readers that take nothing, while it is busy", "", "ms");
        await using var load = await StreamLoad.StartAsync(isPeer: false, inline: true, readers);
        var stalling = Enumerable.Range(0, stalled).Select(_ => new StreamClient()).ToArray();
        await Task.WhenAll(stalling.Select(client => client.OpenAsync(load.Server.Stream, stalls: true)));
        await load.Server.WaitForStreamsAsync(readers + stalled);
        await load.Server.SayAsync(2000, TimeSpan.FromSeconds(isSmoke ? 0.1 : 5));
        var took = await load.Server.StopAsync();
        await Task.WhenAll(load.Clients.Select(client => client.Closed.Task)).WaitAsync(TimeSpan.FromSeconds(10));
        foreach (var client in stalling) client.Close();
        report.Row("from the request to stop to the end of the host", Report.Number(took));
        report.AtMost("shutdown", took, 1000, "ms");
        return report.Print(isSmoke);
    }
}
