using System.Net;
using System.Text.Json;

namespace LiveWorkflows.AspNetCore.Tests.Endpoints;

public sealed class WorkflowEndpointsTests
{
    [Fact]
    public async Task Metrics_WithTheGuidesWindow_TellWhatHappened()
    {
        await using var host = await WebHost.StartAsync();
        await using (var workflow = host.Tracker.Start("import"))
        {
            workflow.BeginPhase(WorkflowPhase.Processing).BeginStep("read").Complete();
            workflow.Complete();
        }

        var report = await EventuallyAsync(host, "/api/v1/workflows/metrics?time_window_minutes=5", body => body.GetProperty("workflows").GetProperty("completed").GetInt32() == 1);

        report.GetProperty("resolution_seconds").GetDouble().Should().BeLessThanOrEqualTo(5);
        (report.GetProperty("to").GetDateTimeOffset() - report.GetProperty("from").GetDateTimeOffset()).Should().Be(TimeSpan.FromMinutes(5));
        report.GetProperty("workflows").GetProperty("error_rate").GetDouble().Should().Be(0);
        report.GetProperty("duration_ms").GetProperty("count").GetInt32().Should().Be(1);
        report.GetProperty("phases")[0].GetProperty("name").GetString().Should().Be("PROCESSING");
        report.GetProperty("tracker").GetProperty("events").GetInt64().Should().BeGreaterThan(4);
        report.TryGetProperty("bottlenecks", out _).Should().BeTrue();
        report.TryGetProperty("error_rate", out _).Should().BeFalse("it stands under workflows");
    }

    [Fact]
    public async Task Metrics_WhenNothingEnded_HaveNoAverages()
    {
        await using var host = await WebHost.StartAsync();

        var (_, report) = await host.GetJsonAsync("/api/v1/workflows/metrics");

        report.GetProperty("duration_ms").GetProperty("average").ValueKind.Should().Be(JsonValueKind.Null);
        report.GetProperty("duration_ms").GetProperty("p95").ValueKind.Should().Be(JsonValueKind.Null);
    }

    [Theory]
    [InlineData("metrics?time_window_minutes=0")]
    [InlineData("metrics?time_window_minutes=1441")]
    [InlineData("metrics?time_window_minutes=5.5")]
    [InlineData("metrics?time_window_minutes=-5")]
    [InlineData("metrics?time_window_minutes=")]
    [InlineData("errors?hours=x")]
    [InlineData("?status=asleep")]
    [InlineData("?status=1")]
    [InlineData("?limit=0")]
    [InlineData("?from=yesterday")]
    [InlineData("?cursor=zz")]
    [InlineData("any/logs?format=xml")]
    public async Task Get_WithAWrongParameter_IsACodedProblem(string query)
    {
        await using var host = await WebHost.StartAsync();

        var (status, problem) = await host.GetJsonAsync($"/api/v1/workflows{(query[0] == '?' ? "" : "/")}{query}");

        status.Should().Be(HttpStatusCode.BadRequest);
        problem.GetProperty("code").GetString().Should().StartWith("invalid_");
    }

    [Theory]
    [InlineData("metrics?time_window_minutes=1")]
    [InlineData("metrics?time_window_minutes=1440")]
    [InlineData("errors")]
    [InlineData("errors?hours=24")]
    public async Task Get_AtTheEdgesOfTheWindow_IsAnswered(string query)
    {
        await using var host = await WebHost.StartAsync();

        (await host.GetJsonAsync($"/api/v1/workflows/{query}")).Status.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task List_ByTypeAndTag_PagesNewestFirst()
    {
        await using var host = await WebHost.StartAsync();
        for (var i = 0; i < 5; i++)
            await host.Tracker.QueueAsync("import", new WorkflowOptions { Id = $"w{i}", Tags = new Dictionary<string, string> { ["plan"] = i == 2 ? "free" : "premium" } });
        await EventuallyAsync(host, "/api/v1/workflows?type=import", body => body.GetProperty("workflows").GetArrayLength() == 5);

        var ids = new List<string>();
        for (string? cursor = ""; cursor is not null;)
        {
            var (_, page) = await host.GetJsonAsync($"/api/v1/workflows?type=import&tag=plan%3Dpremium&status=queued&limit=3&cursor={cursor}");
            ids.AddRange(page.GetProperty("workflows").EnumerateArray().Select(item => item.GetProperty("workflow_id").GetString()!));
            cursor = page.TryGetProperty("next_cursor", out var next) ? next.GetString() : null;
        }

        ids.Should().BeEquivalentTo("w0", "w1", "w3", "w4");
    }

    [Fact]
    public async Task Errors_OfARun_ComeWithAdvice()
    {
        await using var host = await WebHost.StartAsync();
        await using (var workflow = host.Tracker.Start("import")) workflow.Fail(new TimeoutException());

        var report = await EventuallyAsync(host, "/api/v1/workflows/errors?hours=1", body => body.GetProperty("total").GetInt32() == 1);

        var pattern = report.GetProperty("error_patterns")[0];
        pattern.GetProperty("code").GetString().Should().Be("timeout");
        pattern.GetProperty("recovery_suggestions").GetArrayLength().Should().BeGreaterThan(0);
    }

    [Fact]
    public async Task Summary_OfAWorkflow_TellsItsSteps()
    {
        await using var host = await WebHost.StartAsync();
        await using var workflow = host.Tracker.Start("import");
        workflow.BeginPhase(WorkflowPhase.Validation).BeginStep("check").Complete("fine", 0.9);
        workflow.Counter("pages").Add(3);

        var (_, summary) = await host.GetJsonAsync($"/api/v1/workflows/{workflow.Id}");

        summary.GetProperty("status").GetString().Should().Be("running");
        summary.GetProperty("steps")[0].GetProperty("detail").GetString().Should().Be("fine");
        summary.GetProperty("counters").GetProperty("pages").GetDouble().Should().Be(3);
        (await host.GetJsonAsync("/api/v1/workflows/unknown")).Status.Should().Be(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Cancel_OfARunningWorkflow_AsksItToStop()
    {
        await using var host = await WebHost.StartAsync();
        await using var workflow = await host.Tracker.StartAsync("import");

        var (status, _) = await host.PostJsonAsync($"/api/v1/workflows/{workflow.Id}/cancel", "");

        status.Should().Be(HttpStatusCode.Accepted);
        var stopped = new TaskCompletionSource();
        using var registration = workflow.Cancellation.Register(stopped.SetResult);
        await stopped.Task.WaitAsync(WebHost.Patience);
    }

    [Fact]
    public async Task Cancel_OfAWaitingWorkflow_EndsItOnce()
    {
        await using var host = await WebHost.StartAsync();
        var id = await host.Tracker.QueueAsync("import");

        var first = await host.PostJsonAsync($"/api/v1/workflows/{id}/cancel", "");
        var second = await host.PostJsonAsync($"/api/v1/workflows/{id}/cancel", "");

        first.Status.Should().Be(HttpStatusCode.Accepted);
        first.Body.GetProperty("status").GetString().Should().Be("cancelled");
        second.Status.Should().Be(HttpStatusCode.Conflict);
        (await host.PostJsonAsync("/api/v1/workflows/unknown/cancel", "")).Status.Should().Be(HttpStatusCode.NotFound);
    }

    /// <summary>Reports hear of events after they are stored, in their own time.</summary>
    private static async Task<JsonElement> EventuallyAsync(WebHost host, string path, Func<JsonElement, bool> isThere)
    {
        using var patience = new CancellationTokenSource(WebHost.Patience);
        while (true)
        {
            var (_, body) = await host.GetJsonAsync(path);
            if (isThere(body)) return body;
            patience.Token.ThrowIfCancellationRequested();
        }
    }
}
