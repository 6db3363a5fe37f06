using System.Diagnostics;
using System.Net.Sockets;
using LiveWorkflows.AspNetCore.Sse;

namespace LiveWorkflows.AspNetCore.Tests.Sse;

/// <summary>Measures, so nothing else runs beside it.</summary>
[CollectionDefinition(nameof(ManyStalledReadersTests), DisableParallelization = true)]
public sealed class ManyStalledReadersTestsAlone;

[Trait("Speed", "Slow")]
[Collection(nameof(ManyStalledReadersTests))]
public sealed class ManyStalledReadersTests(ITestOutputHelper output)
{
    [Fact]
    public async Task TwoHundredStalledReaders_LeaveTheOthersTheirPace()
    {
        await using var host = await WebHost.StartAsync();
        await using var workflow = await host.Tracker.StartAsync("import");
        var path = $"/api/v1/sse/workflows/{workflow.Id}";
        var stalled = new List<Socket>();
        for (var i = 0; i < 200; i++) stalled.Add(await StalledClient.ConnectAsync(host.Address, path));
        using (var patience = new CancellationTokenSource(WebHost.Patience))
        {
            while (host.Get<OpenStreams>().Count < 200) patience.Token.ThrowIfCancellationRequested();
        }

        // More than the sockets take in, so that all of them really stall.
        var filler = new string('x', 16 * 1024);
        for (var i = 0; i < 400; i++) workflow.Log("information", filler);
        await workflow.FlushAsync();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        await using var reader = await SseReader.OpenAsync(host.Client, $"{path}?last_event_id=401");

        var latencies = new List<double>();
        for (var i = 0; i < 400; i++)
        {
            // The first hundred pass while the buffers of the stalled ones still fill.
            if (i == 100) latencies.Clear();
            var begun = Stopwatch.GetTimestamp();
            workflow.Log("information", "tick");
            await reader.ReadUntilAsync($"id: {402 + i}\n");
            latencies.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
        }

        var p99 = latencies.Order().ElementAt(296);
        output.WriteLine($"p50 {latencies.Order().ElementAt(150):F1} ms, p99 {p99:F1} ms; {host.Get<OpenStreams>().Count} streams, {before / 1024 / 1024} MB managed");
        p99.Should().BeLessThan(250);
        foreach (var socket in stalled) socket.Dispose();
    }
}
