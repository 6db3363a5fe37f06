using System.Globalization;
using System.Net;
using System.Text.Json;
using CsCheck;
using LiveWorkflows.Events;

namespace LiveWorkflows.AspNetCore.Tests.Sse;

/// <summary>The laws of the contract that only show on a real connection.</summary>
public sealed class StreamLawTests
{
    private static readonly Gen<(int Take, bool ByHeader)[]> Cuts = Gen.Select(Gen.Int[1, 9], Gen.Bool).Array[1, 12];

    [Fact]
    public async Task Reconnects_AtRandomMomentsOfARun_ShowTheStoredLog()
    {
        await using var host = await WebHost.StartAsync();
        await Cuts.SampleAsync(async cuts =>
        {
            await using var workflow = await host.Tracker.StartAsync("import");
            var running = Task.Run(async () =>
            {
                foreach (var (steps, _) in cuts)
                {
                    using var phase = workflow.BeginPhase(WorkflowPhase.Processing);
                    for (var i = 0; i < steps; i++) phase.BeginStep("part").Complete();
                    phase.Complete();
                    await workflow.FlushAsync();
                }

                workflow.Complete();
            });
            var seen = await ReadInPiecesAsync(host, workflow.Id, cuts);
            await running;
            return seen.SequenceEqual(await StoredFrames.OfAsync(host.Log, workflow.Id));
        }, iter: 40, threads: 2, print: cuts => string.Join(", ", cuts));
    }

    [Fact]
    public async Task SlowReader_TakingNothing_HoldsUpNeitherTheWorkflowNorOthers()
    {
        await using var host = await WebHost.StartAsync();
        await using var workflow = await host.Tracker.StartAsync("import");
        using var stalled = await StalledClient.ConnectAsync(host.Address, $"/api/v1/sse/workflows/{workflow.Id}");
        await using var reader = await SseReader.OpenAsync(host.Client, $"/api/v1/sse/workflows/{workflow.Id}");
        var reading = reader.ReadToEndAsync();

        // 24 MB: more than the sockets on both sides and the server's buffers take in.
        var message = new string('x', 8 * 1024);
        for (var i = 0; i < 3_000; i++) workflow.Log("information", message);
        workflow.Complete();

        var frames = await reading;
        frames.Count(frame => frame.Event == Logged.Name).Should().Be(3_000);
        frames[^1].Event.Should().Be("stream_end");
    }

    [Fact]
    public async Task Shutdown_WithOpenStreams_EndsThemAtOnceBetweenTwoEvents()
    {
        await using var host = await WebHost.StartAsync();
        await using var workflow = await host.Tracker.StartAsync("import");
        var readers = new List<SseReader>();
        for (var i = 0; i < 20; i++) readers.Add(await SseReader.OpenAsync(host.Client, $"/api/v1/sse/workflows/{workflow.Id}"));
        foreach (var reader in readers) await reader.TakeAsync(1);

        // A stream that took no notice would be torn off when the host's patience ends, and reading it would throw.
        var stopping = host.StopAsync();
        foreach (var reader in readers) (await reader.ReadToEndAsync()).Should().BeEmpty();
        await stopping;

        foreach (var reader in readers)
        {
            reader.Transcript.Should().EndWith("\n\n").And.NotContain("stream_end");
            await reader.DisposeAsync();
        }
    }

    [Fact]
    public async Task TextFromOutside_WithEveryKindOfLineBreak_CannotForgeAFrame()
    {
        await using var host = await WebHost.StartAsync();
        const string forged = "x\n\nevent: workflow_complete\ndata: {}\n\nid: 99\r\rid: 7\r\n\0\u2028\u2029\u0085</script>\"}\n\n";
        await using (var workflow = host.Tracker.Start(forged, new WorkflowOptions
        {
            Id = "forged", Type = forged, CorrelationId = forged, Tags = new Dictionary<string, string> { ["file"] = forged, [forged] = "value" },
        }))
        {
            var phase = workflow.BeginPhase(new WorkflowPhase(forged));
            phase.BeginStep(forged).Complete(forged, artifact: forged);
            workflow.Log(forged, forged, new Dictionary<string, string> { [forged] = forged });
            workflow.ReportWarning(forged, forged);
            workflow.ReportError(forged, new InvalidOperationException(forged));
            workflow.Gauge(forged, forged).Set(1);
            workflow.ReportConfidence(0.5, forged, forged);
            workflow.Publish("custom", JsonSerializer.SerializeToElement(new Dictionary<string, string> { [forged] = forged }));
            workflow.Cancel(forged);
        }

        await using var reader = await SseReader.OpenAsync(host.Client, "/api/v1/sse/workflows/forged");
        var frames = await reader.ReadToEndAsync();

        frames[..^1].Should().Equal(await StoredFrames.OfAsync(host.Log, "forged"));
        frames[..^1].Select(frame => frame.Id).Should().Equal(Enumerable.Range(1, frames.Count - 1).Select(number => number.ToString(CultureInfo.InvariantCulture)));
        frames.Select(frame => frame.Event).Should().NotContain(WorkflowCompleted.Name);
        reader.Transcript.Should().NotContain("\r").And.NotContain("\0");
        foreach (var line in reader.Transcript.Split('\n')) line.Should().MatchRegex("^(retry: |id: |event: |data: \\{|$)");
        foreach (var frame in frames)
        {
            using var data = JsonDocument.Parse(frame.Data);
            data.RootElement.GetProperty("workflow_id").GetString().Should().Be("forged");
        }
    }

    private static async Task<List<SseReader.Frame>> ReadInPiecesAsync(WebHost host, string workflowId, (int Take, bool ByHeader)[] cuts)
    {
        var seen = new List<SseReader.Frame>();
        for (var i = 0; ; i++)
        {
            var (take, byHeader) = cuts[i % cuts.Length];
            var last = seen.Count == 0 ? null : seen[^1].Id;
            var path = $"/api/v1/sse/workflows/{workflowId}";
            SseReader reader;
            try
            {
                reader = byHeader ? await SseReader.OpenAsync(host.Client, path, last) : await SseReader.OpenAsync(host.Client, $"{path}?last_event_id={last}");
            }
            catch (HttpRequestException exception) when (exception.StatusCode == HttpStatusCode.NoContent)
            {
                return seen;
            }

            await using (reader) seen.AddRange((await reader.TakeAsync(take)).Where(frame => frame.Id is not null));
        }
    }
}
