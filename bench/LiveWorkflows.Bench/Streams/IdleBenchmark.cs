namespace LiveWorkflows.Bench.Streams;

/// <summary>What open streams with nothing to say cost.</summary>
internal static class IdleBenchmark
{
    public static async Task<int> RunAsync(bool isSmoke)
    {
        var streams = isSmoke ? 50 : 5000;
        var report = new Report(
            $"{streams:N0} idle streams on one workflow; growth of the server's process over the first {streams / 10:N0}, after full compacting collections, Kestrel's share included",
            "settings", "process KB/stream", "managed KB/stream");
        foreach (var inline in new[] { true, false })
        {
            await using var load = await StreamLoad.StartAsync(isPeer: false, inline, streams / 10);
            await load.Server.SayAsync(100, TimeSpan.FromMilliseconds(200));

            // So that what is compiled on the way, and compiled again when it is found to be hot, is no growth by streams.
            for (var i = 0; i < (isSmoke ? 1 : 4); i++) await load.OpenAndCloseAsync(streams / 10);
            await Task.Delay(isSmoke ? 10 : 1500);
            var before = await load.Server.MemoryAsync();
            await load.OpenAsync(streams);
            await Task.Delay(isSmoke ? 10 : 1000);
            var after = await load.Server.MemoryAsync();
            var (process, managed) = ((after.Process - before.Process) / 1024.0 / streams, (after.Managed - before.Managed) / 1024.0 / streams);
            report.Row(inline ? "settings for many streams" : "none", Report.Number(process), Report.Number(managed));
            if (inline) report.AtMost("an idle stream in the process's memory", process, 12, "KB");
        }

        return report.Print(isSmoke);
    }
}
