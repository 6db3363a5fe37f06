using System.Net;
using System.Text.Json;
using LiveWorkflows.Events;

namespace LiveWorkflows.AspNetCore.Tests.Sse;

public sealed class WorkflowStreamTests
{
    [Fact]
    public async Task Stream_OfRunningWorkflow_ReplaysThenFollowsToTheEndAndCloses()
    {
        await using var host = await WebHost.StartAsync();
        await using var workflow = host.Tracker.Start("import");
        var validation = workflow.BeginPhase(WorkflowPhase.Validation);
        await workflow.FlushAsync();

        await using var reader = await SseReader.OpenAsync(host.Client, $"/api/v1/sse/workflows/{workflow.Id}");
        var replayed = await reader.TakeAsync(3);
        validation.BeginStep("check").Complete("fine");
        workflow.Complete(JsonSerializer.SerializeToElement(new { answer = 42 }));
        var followed = await reader.ReadToEndAsync();

        List<SseReader.Frame> all = [.. replayed, .. followed];
        all[^1].Should().Be(new SseReader.Frame(null, "stream_end", $$"""{"reason":"completed","workflow_id":"{{workflow.Id}}"}"""));
        all[..^1].Should().Equal(await StoredFrames.OfAsync(host.Log, workflow.Id));
        all[^2].Event.Should().Be(WorkflowCompleted.Name);
    }

    [Fact]
    public async Task Stream_OfQueuedWorkflow_SendsHeadersAndFirstBytesAtOnce()
    {
        await using var host = await WebHost.StartAsync();
        var id = await host.Tracker.QueueAsync("import");

        await using var reader = await SseReader.OpenAsync(host.Client, $"/api/v1/sse/workflows/{id}");

        reader.Response.Content.Headers.ContentType!.MediaType.Should().Be("text/event-stream");
        reader.Response.Headers.CacheControl!.NoCache.Should().BeTrue();
        (await reader.ReadUntilAsync("\n\n")).Should().MatchRegex(@"^retry: [123]\d{3}\n\n");
    }

    [Theory]
    [InlineData("no-number")]
    [InlineData("-1")]
    [InlineData("1.5")]
    [InlineData(" 2")]
    [InlineData("999")]
    [InlineData("99999999999999999999999")]
    public async Task Stream_AfterUnknownOrFutureId_ReplaysFromTheStart(string lastEventId)
    {
        await using var host = await WebHost.StartAsync();
        var id = await RunAsync(host);

        await using var reader = await SseReader.OpenAsync(host.Client, $"/api/v1/sse/workflows/{id}?last_event_id={Uri.EscapeDataString(lastEventId)}");

        (await reader.ReadToEndAsync())[..^1].Should().Equal(await StoredFrames.OfAsync(host.Log, id));
    }

    [Fact]
    public async Task Stream_WithHeaderAndQuery_GoesOnAfterTheHeader()
    {
        await using var host = await WebHost.StartAsync();
        var id = await RunAsync(host);

        await using var reader = await SseReader.OpenAsync(host.Client, $"/api/v1/sse/workflows/{id}?last_event_id=1", lastEventId: "3");

        (await reader.ReadToEndAsync())[0].Id.Should().Be("4");
    }

    [Fact]
    public async Task Stream_AfterTheTerminalEvent_AnswersNoContent()
    {
        await using var host = await WebHost.StartAsync();
        var id = await RunAsync(host);
        var last = (await StoredFrames.OfAsync(host.Log, id))[^1].Id;

        using var response = await host.Client.GetAsync($"/api/v1/sse/workflows/{id}?last_event_id={last}");

        response.StatusCode.Should().Be(HttpStatusCode.NoContent);
        (await response.Content.ReadAsByteArrayAsync()).Should().BeEmpty();
    }

    [Theory]
    [InlineData("unknown")]
    [InlineData("not%20an%20id")]
    public async Task Stream_OfUnknownWorkflow_IsAProblem(string id)
    {
        await using var host = await WebHost.StartAsync();

        using var response = await host.Client.GetAsync($"/api/v1/sse/workflows/{id}");

        response.StatusCode.Should().Be(HttpStatusCode.NotFound);
        response.Content.Headers.ContentType!.MediaType.Should().Be("application/problem+json");
        using var problem = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        problem.RootElement.GetProperty("code").GetString().Should().Be("workflow_not_found");
        problem.RootElement.GetProperty("recovery_suggestions")[0].GetProperty("text").GetString().Should().NotBeEmpty();
    }

    [Fact]
    public async Task Stream_OfDeletedWorkflow_EndsWithThatReason()
    {
        await using var host = await WebHost.StartAsync();
        await using var workflow = await host.Tracker.StartAsync("import");
        await using var reader = await SseReader.OpenAsync(host.Client, $"/api/v1/sse/workflows/{workflow.Id}");
        (await reader.TakeAsync(1))[0].Event.Should().Be(WorkflowStarted.Name);

        await host.Tracker.DeleteAsync(workflow.Id);

        var rest = await reader.ReadToEndAsync();
        rest.Should().ContainSingle().Which.Data.Should().Contain("\"deleted\"");
    }

    [Fact]
    public async Task MappedStream_OfAnotherType_IsNotFound()
    {
        await using var host = await WebHost.StartAsync(map: application => Microsoft.AspNetCore.Builder.LiveWorkflowsEndpointRouteBuilderExtensions
            .MapWorkflowStream(application, "/streams/{workflowId}", "import"));
        await using var other = await host.Tracker.StartAsync("other");
        await using var wanted = await host.Tracker.StartAsync("any name", new WorkflowOptions { Type = "import" });

        using var refused = await host.Client.GetAsync($"/streams/{other.Id}");
        await using var reader = await SseReader.OpenAsync(host.Client, $"/streams/{wanted.Id}");

        refused.StatusCode.Should().Be(HttpStatusCode.NotFound);
        (await reader.TakeAsync(1))[0].Event.Should().Be(WorkflowStarted.Name);
    }

    private static async Task<string> RunAsync(WebHost host)
    {
        await using var workflow = host.Tracker.Start("import");
        using (var phase = workflow.BeginPhase(WorkflowPhase.Processing))
        {
            phase.BeginStep("read").Complete();
            phase.Complete();
        }

        workflow.Complete();
        return workflow.Id;
    }
}
