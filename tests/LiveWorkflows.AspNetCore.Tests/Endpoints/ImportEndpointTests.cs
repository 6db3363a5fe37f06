using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using LiveWorkflows.AspNetCore.Access;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace LiveWorkflows.AspNetCore.Tests.Endpoints;

public sealed class ImportEndpointTests
{
    private const string Path = "/api/v1/workflows/import";

    [Fact]
    public async Task Import_OfAnotherHostsExport_GivesTheSameSummaryAndExportAndIsRefusedTheSecondTime()
    {
        await using var first = await WebHost.StartAsync();
        await using var second = await WebHost.StartAsync();
        var id = await RunAsync(first);
        var exported = await first.Client.GetStringAsync($"/api/v1/workflows/{id}/logs?format=jsonl");

        var (status, body, location) = await PostAsync(second, exported);

        status.Should().Be(HttpStatusCode.Created);
        body.GetProperty("workflow_id").GetString().Should().Be(id);
        body.GetProperty("status").GetString().Should().Be("failed");
        (await second.Client.GetStringAsync(location)).Should().Be(await first.Client.GetStringAsync($"/api/v1/workflows/{id}"));
        (await second.Client.GetStringAsync($"/api/v1/workflows/{id}/logs?format=jsonl")).Should().Be(exported);

        var (again, problem, _) = await PostAsync(second, exported);
        again.Should().Be(HttpStatusCode.Conflict);
        problem.GetProperty("code").GetString().Should().Be("workflow_id_taken");
    }

    [Fact]
    public async Task Import_OfAnEndedRun_IsInListAndReportsAtOnce()
    {
        await using var first = await WebHost.StartAsync();
        await using var second = await WebHost.StartAsync();
        var id = await RunAsync(first);

        (await PostAsync(second, await first.Client.GetStringAsync($"/api/v1/workflows/{id}/logs?format=jsonl"))).Status.Should().Be(HttpStatusCode.Created);

        var entry = (await second.GetJsonAsync("/api/v1/workflows")).Body.GetProperty("workflows").EnumerateArray().Should().ContainSingle().Subject;
        entry.GetProperty("workflow_id").GetString().Should().Be(id);
        entry.GetProperty("status").GetString().Should().Be("failed");
        (await second.GetJsonAsync("/api/v1/workflows/metrics")).Body.GetProperty("workflows").GetProperty("failed").GetInt32().Should().Be(1);
        (await second.GetJsonAsync("/api/v1/workflows/errors")).Body.GetProperty("total").GetInt32().Should().BeGreaterThan(0);
    }

    [Fact]
    public async Task Export_OfAnEventWithAFieldCalledEvent_HasNoFieldTwiceAndIsImportedAsItWas()
    {
        await using var first = await WebHost.StartAsync();
        await using var second = await WebHost.StartAsync();
        await using (var workflow = first.Tracker.Start("shop", new WorkflowOptions { Id = "own" }))
        {
            workflow.Publish("page", JsonSerializer.Deserialize<JsonElement>("""{"event":"clicked é","event_":1.50,"events":["event"],"nested":{"event":true}}"""));
            workflow.Complete();
        }

        var exported = await first.Client.GetStringAsync("/api/v1/workflows/own/logs?format=jsonl");

        using var page = JsonDocument.Parse(exported.Split('\n').Single(line => line.Contains("clicked", StringComparison.Ordinal)));
        var names = page.RootElement.EnumerateObject().Select(field => field.Name).ToList();
        names.Should().OnlyHaveUniqueItems().And.Contain(["event", "event_", "event__", "events", "nested"]);
        page.RootElement.GetProperty("event").GetString().Should().Be("page");
        page.RootElement.GetProperty("event_").GetString().Should().Be("clicked é");
        page.RootElement.GetProperty("event__").GetRawText().Should().Be("1.50");
        (await PostAsync(second, exported)).Status.Should().Be(HttpStatusCode.Created);
        (await DataAsync(second)).Should().Equal(await DataAsync(first));

        static async Task<List<string>> DataAsync(WebHost host) => await host.Log.ReadAsync("own").Select(stored => Encoding.UTF8.GetString(stored.Data.Span)).ToListAsync();
    }

    [Fact]
    public async Task Import_OfAnExportThatIsCutOrHasNoType_IsACodedProblemAndStoresNothing()
    {
        await using var first = await WebHost.StartAsync();
        await using var second = await WebHost.StartAsync();
        var id = await RunAsync(first);
        var lines = (await first.Client.GetStringAsync($"/api/v1/workflows/{id}/logs?format=jsonl")).Split('\n', StringSplitOptions.RemoveEmptyEntries);

        var (cut, unended, _) = await PostAsync(second, string.Join('\n', lines[..^1]));
        var (gap, missing, _) = await PostAsync(second, string.Join('\n', lines[1..]));
        var (other, typed, _) = await PostAsync(second, string.Join('\n', lines), type: null);

        (cut, gap, other).Should().Be((HttpStatusCode.BadRequest, HttpStatusCode.BadRequest, HttpStatusCode.UnsupportedMediaType));
        unended.GetProperty("code").GetString().Should().Be("not_ended");
        missing.GetProperty("code").GetString().Should().Be("sequence_gap");
        missing.GetProperty("detail").GetString().Should().StartWith("Line 1: ");
        typed.GetProperty("code").GetString().Should().Be("json_lines_expected");
        (await second.Log.GetHeadAsync(id, TestContext.Current.CancellationToken)).Should().BeNull();
    }

    [Fact]
    public async Task Import_ThatSaysItIsLargerThanMayBe_IsRefusedBeforeItIsSent()
    {
        await using var host = await WebHost.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, Path) { Content = new ByteArrayContent([]) };
        request.Headers.ExpectContinue = true;
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/x-ndjson");
        request.Content.Headers.ContentLength = (64L << 20) + 1;

        using var response = await host.Client.SendAsync(request, TestContext.Current.CancellationToken);

        response.StatusCode.Should().Be(HttpStatusCode.RequestEntityTooLarge);
    }

    [Fact]
    public async Task Import_BySomebodyWhoIsNoOperator_IsRefused()
    {
        await using var host = await WebHost.StartAsync(services: services => services.AddSingleton<IWorkflowAccess, NoOperators>());

        var (status, problem, _) = await PostAsync(host, "");

        status.Should().Be(HttpStatusCode.Unauthorized);
        problem.GetProperty("code").GetString().Should().Be("operator_only");
    }

    private static async Task<(HttpStatusCode Status, JsonElement Body, Uri? Location)> PostAsync(WebHost host, string text, string? type = "application/x-ndjson")
    {
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(text));
        content.Headers.ContentType = type is null ? null : new MediaTypeHeaderValue(type);
        using var response = await host.Client.PostAsync(Path, content);
        using var json = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        return (response.StatusCode, json.RootElement.Clone(), response.Headers.Location);
    }

    private static async Task<string> RunAsync(WebHost host)
    {
        await using var workflow = host.Tracker.Start("shop");
        workflow.BeginStep("pay").Complete("paid");
        workflow.Fail(new TimeoutException());
        return workflow.Id;
    }

    private sealed class NoOperators : IWorkflowAccess
    {
        public ValueTask<bool> IsAllowedAsync(HttpContext context, string workflowId, WorkflowRight right) => ValueTask.FromResult(true);

        public ValueTask<bool> IsOperatorAsync(HttpContext context) => ValueTask.FromResult(false);

        public ValueTask<string?> IssueTicketAsync(HttpContext context, string workflowId) => ValueTask.FromResult<string?>(null);
    }
}
