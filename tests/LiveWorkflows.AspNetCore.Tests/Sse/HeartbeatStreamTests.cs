using System.Text.Json;
using Microsoft.Extensions.Time.Testing;

namespace LiveWorkflows.AspNetCore.Tests.Sse;

public sealed class HeartbeatStreamTests
{
    [Fact]
    public async Task Heartbeat_BeatsAtOnceAndEveryTwoSeconds()
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));
        await using var host = await WebHost.StartAsync(time: time);

        await using var reader = await SseReader.OpenAsync(host.Client, "/api/v1/sse/heartbeat");
        await reader.ReadUntilAsync("""data: {"timestamp": "2026-03-01T12:00:00.000Z", "connections": 1}""" + "\n\n");
        time.Advance(TimeSpan.FromSeconds(2));
        await reader.ReadUntilAsync("""data: {"timestamp": "2026-03-01T12:00:02.000Z", "connections": 1}""" + "\n\n");

        reader.Transcript.Should().NotContain("event:").And.NotContain("id:");
    }

    [Fact]
    public async Task Heartbeat_BesideAnotherStream_CountsBoth()
    {
        await using var host = await WebHost.StartAsync();
        await using var workflow = await host.Tracker.StartAsync("import");
        await using var other = await SseReader.OpenAsync(host.Client, $"/api/v1/sse/workflows/{workflow.Id}");

        await using var reader = await SseReader.OpenAsync(host.Client, "/api/v1/sse/heartbeat");

        using var beat = JsonDocument.Parse((await reader.TakeAsync(1))[0].Data);
        beat.RootElement.GetProperty("connections").GetInt32().Should().Be(2);
    }

    [Fact]
    public async Task QuietStream_AfterFifteenSeconds_ShowsThatItIsAlive()
    {
        var time = new FakeTimeProvider();
        await using var host = await WebHost.StartAsync(time: time);
        var id = await host.Tracker.QueueAsync("import");
        await using var reader = await SseReader.OpenAsync(host.Client, $"/api/v1/sse/workflows/{id}");
        await reader.ReadUntilAsync("workflow_queued");

        time.Advance(TimeSpan.FromSeconds(15));
        await reader.ReadUntilAsync("\n\n: keep-alive\n\n");
        time.Advance(TimeSpan.FromSeconds(15));
        await reader.ReadUntilAsync(": keep-alive\n\n: keep-alive\n\n");
    }
}
