using System.Net;
using System.Text.Json;
using LiveWorkflows.AspNetCore.Sse;

namespace LiveWorkflows.AspNetCore.Tests.Sse;

public sealed class OpenStreamsTests
{
    [Fact]
    public async Task Stream_OneMoreThanAClientMayHave_IsRefusedUntilOneIsClosed()
    {
        await using var host = await WebHost.StartAsync(options => options.MaxStreamsPerClient = new LiveWorkflowsEndpointOptions().MaxStreamsPerClient);
        await using var workflow = await host.Tracker.StartAsync("import");
        var path = $"/api/v1/sse/workflows/{workflow.Id}";
        var readers = new List<SseReader>();
        for (var i = 0; i < 6; i++) readers.Add(await SseReader.OpenAsync(host.Client, path));

        using var refused = await host.Client.GetAsync(path);
        refused.StatusCode.Should().Be(HttpStatusCode.TooManyRequests);
        refused.Headers.RetryAfter!.Delta.Should().Be(TimeSpan.FromSeconds(5));
        using var problem = JsonDocument.Parse(await refused.Content.ReadAsStringAsync());
        problem.RootElement.GetProperty("code").GetString().Should().Be("too_many_streams");
        problem.RootElement.GetProperty("retryable").GetBoolean().Should().BeTrue();

        await readers[0].DisposeAsync();
        using var patience = new CancellationTokenSource(WebHost.Patience);
        while (host.Get<OpenStreams>().Count > 5) await Task.Yield();
        await using var again = await SseReader.OpenAsync(host.Client, path);
        foreach (var reader in readers) await reader.DisposeAsync();
    }

    [Fact]
    public async Task ClientOf_GivingNull_IsNotLimited()
    {
        await using var host = await WebHost.StartAsync(options => (options.MaxStreamsPerClient, options.ClientOf) = (1, _ => null));
        await using var first = await SseReader.OpenAsync(host.Client, "/api/v1/sse/heartbeat");
        await using var second = await SseReader.OpenAsync(host.Client, "/api/v1/sse/heartbeat");

        host.Get<OpenStreams>().Count.Should().Be(2);
    }
}
