using System.Net;
using System.Text.Json;
using System.Threading.Channels;
using LiveWorkflows.Alerts;
using LiveWorkflows.AspNetCore.Tests.Sse;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace LiveWorkflows.AspNetCore.Tests.Endpoints;

public sealed class AlertsEndpointTests
{
    [Fact]
    public async Task Alert_ThatFires_IsOnTheFeedInTheListInTheReportAndPosted()
    {
        var posted = Channel.CreateUnbounded<string>();
        await using var receiver = await WebHost.StartAsync(map: application => application.MapPost("/hook", async (HttpRequest request) =>
        {
            using var reader = new StreamReader(request.Body);
            await posted.Writer.WriteAsync(await reader.ReadToEndAsync());
        }));
        await using var host = await StartAsync(new WebhookOptions { Url = new Uri(receiver.Address, "/hook") });
        await using var feed = await SseReader.OpenAsync(host.Client, "/api/v1/sse/workflows");
        await feed.ReadUntilAsync("retry: ");
        await host.Tracker.QueueAsync("import");
        await feed.TakeAsync(1);
        await UntilListedAsync(host);

        await host.Get<AlertService>().EvaluateAsync();

        var frame = (await feed.TakeAsync(1)).Single();
        (frame.Event, frame.Id).Should().Be(("alert", null));
        using var data = JsonDocument.Parse(frame.Data);
        var id = data.RootElement.GetProperty("id").GetString();
        data.RootElement.TryGetProperty("seq", out _).Should().BeFalse();
        var (_, list) = await host.GetJsonAsync("/api/v1/workflows/alerts?state=firing");
        list.GetProperty("alerts")[0].GetProperty("id").GetString().Should().Be(id);
        list.GetProperty("alerts")[0].GetProperty("metric").GetString().Should().Be("queue_depth");
        (await host.GetJsonAsync("/api/v1/workflows/metrics")).Body.GetProperty("alerts").GetArrayLength().Should().Be(1);
        (await posted.Reader.ReadAsync().AsTask().WaitAsync(WebHost.Patience)).Should().Contain("\"event\":\"alert\"").And.Contain(id);

        var (status, resolved) = await host.PostJsonAsync($"/api/v1/workflows/alerts/{id}/resolve", "");
        status.Should().Be(HttpStatusCode.OK);
        resolved.GetProperty("resolved_by").GetString().Should().Be("operator");
        (await feed.TakeAsync(1)).Single().Event.Should().Be("alert_resolved");
        (await posted.Reader.ReadAsync().AsTask().WaitAsync(WebHost.Patience)).Should().Contain("\"event\":\"alert_resolved\"");
        (await host.PostJsonAsync($"/api/v1/workflows/alerts/{id}/resolve", "")).Status.Should().Be(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task Resolve_OfAnUnknownAlert_IsNotFound()
    {
        await using var host = await StartAsync();

        var (status, problem) = await host.PostJsonAsync("/api/v1/workflows/alerts/none/resolve", "");

        status.Should().Be(HttpStatusCode.NotFound);
        problem.GetProperty("code").GetString().Should().Be("alert_not_found");
        (await host.GetJsonAsync("/api/v1/workflows/alerts?state=asleep")).Body.GetProperty("code").GetString().Should().Be("invalid_state");
    }

    [Fact]
    public async Task Alerts_FromAnotherMachine_AreForOperatorsOnly()
    {
        await using var host = await StartAsync();
        host.Client.DefaultRequestHeaders.Add("X-Forwarded-For", "203.0.113.7");

        (await host.GetJsonAsync("/api/v1/workflows/alerts")).Status.Should().Be(HttpStatusCode.Unauthorized);
        (await host.PostJsonAsync("/api/v1/workflows/alerts/any/resolve", "")).Status.Should().Be(HttpStatusCode.Unauthorized);
    }

    private static Task<WebHost> StartAsync(params WebhookOptions[] webhooks) => WebHost.StartAsync(services: services => services.Configure<AlertOptions>(alerts =>
    {
        alerts.UseDefaultRules = false;
        alerts.Interval = TimeSpan.FromHours(1);
        alerts.Rules.Add(new AlertRule { Name = "queue", Metric = AlertMetric.QueueDepth, Threshold = 0 });
        foreach (var webhook in webhooks) alerts.Webhooks.Add(webhook);
    }));

    private static async Task UntilListedAsync(WebHost host)
    {
        using var patience = new CancellationTokenSource(WebHost.Patience);
        while ((await host.GetJsonAsync("/api/v1/workflows")).Body.GetProperty("workflows").GetArrayLength() == 0) patience.Token.ThrowIfCancellationRequested();
    }
}
