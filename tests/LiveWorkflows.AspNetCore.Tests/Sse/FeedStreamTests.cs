using System.Text.Json;
using LiveWorkflows.Events;

namespace LiveWorkflows.AspNetCore.Tests.Sse;

public sealed class FeedStreamTests
{
    [Fact]
    public async Task Feed_WithoutAnId_ShowsWhatAllWorkflowsSayFromNowOn()
    {
        await using var host = await WebHost.StartAsync();
        await using var before = await host.Tracker.StartAsync("before");
        await using var reader = await SseReader.OpenAsync(host.Client, "/api/v1/sse/workflows");
        await reader.ReadUntilAsync("retry: ");

        await using var first = await host.Tracker.StartAsync("first");
        await using var second = await host.Tracker.StartAsync("second");

        var frames = await reader.TakeAsync(2);
        frames.Select(WorkflowOf).Should().Equal(first.Id, second.Id);
        frames.Should().OnlyContain(frame => frame.Event == WorkflowStarted.Name && frame.Id != null);
    }

    [Fact]
    public async Task Feed_AfterAnId_GoesOnBehindIt()
    {
        await using var host = await WebHost.StartAsync();
        for (var i = 0; i < 5; i++) await host.Tracker.QueueAsync("import", new WorkflowOptions { Id = $"w{i}" });
        await using var all = await SseReader.OpenAsync(host.Client, "/api/v1/sse/workflows?last_event_id=0");
        var frames = await all.TakeAsync(5);

        await using var rest = await SseReader.OpenAsync(host.Client, "/api/v1/sse/workflows", lastEventId: frames[1].Id);

        (await rest.TakeAsync(3)).Should().Equal(frames[2..]);
        frames.Select(WorkflowOf).Should().Equal("w0", "w1", "w2", "w3", "w4");
    }

    [Fact]
    public async Task Feed_AtShutdown_EndsAtOnce()
    {
        await using var host = await WebHost.StartAsync();
        await using var reader = await SseReader.OpenAsync(host.Client, "/api/v1/sse/workflows");

        await host.StopAsync().WaitAsync(TimeSpan.FromSeconds(5));

        (await reader.ReadToEndAsync()).Should().BeEmpty();
    }

    private static string? WorkflowOf(SseReader.Frame frame)
    {
        using var data = JsonDocument.Parse(frame.Data);
        return data.RootElement.GetProperty("workflow_id").GetString();
    }
}
