using System.Net;
using System.Net.Http;
using System.Text.Json.Nodes;
using LiveWorkflows.Client;
using LiveWorkflows.Events;
using Microsoft.Extensions.Time.Testing;

namespace LiveWorkflows.AspNetCore.Tests.Client;

public sealed class WorkflowClientTests
{
    [Fact]
    public async Task StartReportWatch_WholeWorkflow_IsSeenAsItWasSaid()
    {
        await using var host = await WebHost.StartAsync();
        var client = new WorkflowClient(host.Client);
        var workflow = await client.StartAsync("import", new WorkflowOptions { Tags = new Dictionary<string, string> { ["plan"] = "free" }, Phases = [new("PROCESSING", 2)] });
        workflow.BeginPhase(WorkflowPhase.Processing, expectedSteps: 2);
        workflow.BeginStep("reading");
        workflow.ReportProgress(0.5);
        workflow.CompleteStep(detail: "3 rows", confidence: 0.9);
        workflow.BeginStep("storing");
        workflow.ReportError("slow_disk", "The disk is slow.", retryable: true);
        workflow.Count("rows", 3);
        workflow.CompleteStep();
        workflow.Complete(new JsonObject { ["rows"] = 3 });
        await workflow.DisposeAsync();

        var events = await WatchAsync(client, workflow.Id);
        events.Select(happened => happened.Seq).Should().Equal(Enumerable.Range(1, events.Count).Select(number => (long)number));
        events[^1].Should().BeOfType<WorkflowCompleted>().Which.Result.GetProperty("rows").GetInt32().Should().Be(3);
        (await WatchAsync(client, workflow.Id, events[^1].Seq)).Should().BeEmpty("the end was seen already");

        var summary = await client.GetSummaryAsync(workflow.Id);
        summary.Status.Should().Be(WorkflowStatus.Completed);
        summary.Steps.Select(step => (step.Name, step.Status)).Should().Equal(("reading", StepStatus.Completed), ("storing", StepStatus.Completed));
        summary.Counters.Should().Contain("rows", 3);
        summary.Errors.Should().ContainSingle().Which.Code.Should().Be("slow_disk");
        summary.Tags.Should().Contain("plan", "free");
    }

    [Fact]
    public async Task Flush_AnswersThatAreLost_AreSentAgainAndTakenOnce()
    {
        await using var host = await WebHost.StartAsync();
        using var http = new HttpClient(new ForgetfulHandler()) { BaseAddress = host.Address };
        var client = new WorkflowClient(http);
        var workflow = await client.StartAsync("import");
        for (var i = 0; i < 3; i++)
        {
            workflow.BeginStep($"step {i}");
            workflow.CompleteStep();
            await workflow.FlushAsync();
        }

        workflow.Complete();
        await workflow.DisposeAsync();
        (await new WorkflowClient(host.Client).GetSummaryAsync(workflow.Id)).Steps.Should().HaveCount(3);
    }

    [Fact]
    public async Task Watch_StreamThatIsCutAgainAndAgain_GoesOnWithoutAGapOrARepeat()
    {
        await using var host = await WebHost.StartAsync();
        await host.Tracker.RunAsync("import", (workflow, _) =>
        {
            for (var i = 0; i < 60; i++) workflow.Log("information", $"line {i}");
            return Task.CompletedTask;
        }, new WorkflowOptions { Id = "cut" });
        using var http = new HttpClient(new CuttingHandler(4_000)) { BaseAddress = host.Address };

        var events = await WatchAsync(new WorkflowClient(http), "cut");
        events.Select(happened => happened.Seq).Should().Equal(Enumerable.Range(1, events.Count).Select(number => (long)number));
        events[^1].IsTerminal.Should().BeTrue();
    }

    [Fact]
    public async Task Watch_StreamThatGoesSilent_IsGivenUpAndOpenedAnew()
    {
        await using var host = await WebHost.StartAsync();
        await host.Tracker.RunAsync("import", (_, _) => Task.CompletedTask, new WorkflowOptions { Id = "silent" });
        var time = new FakeTimeProvider();
        using var network = new HalfDeadHandler();
        using var http = new HttpClient(network) { BaseAddress = host.Address };

        var watching = WatchAsync(new WorkflowClient(http, timeProvider: time), "silent");
        await network.First.IsRead.Task.WaitAsync(WebHost.Patience);
        while (!watching.IsCompleted)
        {
            time.Advance(TimeSpan.FromSeconds(1));
            // Not so fast that an answer on its way is taken for none.
            await Task.Delay(10);
        }

        (await watching)[^1].Should().BeOfType<WorkflowCompleted>();
    }

    [Fact]
    public async Task Refusals_AreTypedAndCarryAdvice()
    {
        await using var host = await WebHost.StartAsync();
        var client = new WorkflowClient(host.Client);
        var unknown = (await client.Invoking(one => one.GetSummaryAsync("nobody")).Should().ThrowAsync<WorkflowClientException>()).Which;
        unknown.Status.Should().Be(HttpStatusCode.NotFound);
        unknown.Error.Code.Should().Be("workflow_not_found");
        unknown.Error.RecoverySuggestions.Should().NotBeEmpty();
        await client.Invoking(one => WatchAsync(one, "nobody")).Should().ThrowAsync<WorkflowClientException>();

        await client.StartAsync("import", new WorkflowOptions { Id = "taken" });
        (await client.Invoking(one => one.StartAsync("import", new WorkflowOptions { Id = "taken" })).Should().ThrowAsync<WorkflowClientException>())
            .Which.Error.Code.Should().Be("workflow_id_taken");
        await client.CancelAsync("taken");
        (await client.GetSummaryAsync("taken")).Status.Should().Be(WorkflowStatus.Cancelled);
    }

    private static async Task<List<WorkflowEvent>> WatchAsync(WorkflowClient client, string workflowId, long after = 0)
    {
        using var patience = new CancellationTokenSource(WebHost.Patience);
        var events = new List<WorkflowEvent>();
        await foreach (var happened in client.WatchAsync(workflowId, after, patience.Token)) events.Add(happened);
        return events;
    }
}
