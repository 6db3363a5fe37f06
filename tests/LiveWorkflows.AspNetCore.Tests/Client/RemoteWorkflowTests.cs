using System.Net.Http;
using LiveWorkflows.Client;

namespace LiveWorkflows.AspNetCore.Tests.Client;

public sealed class RemoteWorkflowTests
{
    [Fact]
    public async Task Flush_OfMoreThanARequestMayHold_IsSplit()
    {
        await using var host = await WebHost.StartAsync();
        var client = new WorkflowClient(host.Client);
        var workflow = await client.StartAsync("import");
        for (var i = 0; i < 200; i++) workflow.Log("information", new string('x', 8_000));

        await workflow.FlushAsync();

        (await client.GetSummaryAsync(workflow.Id)).LastClientSeq.Should().Be(200);
    }

    [Fact]
    public async Task Flush_RequestThatTimesOut_IsSentAgain()
    {
        await using var host = await WebHost.StartAsync();
        using var http = new HttpClient(new DeafHandler("/events")) { BaseAddress = host.Address };
        var client = new WorkflowClient(http);
        var workflow = await client.StartAsync("import");
        workflow.Log("information", "hello");

        await workflow.FlushAsync();

        (await client.GetSummaryAsync(workflow.Id)).LastClientSeq.Should().Be(1);
    }

    [Fact]
    public async Task Flush_AfterARefusedEvent_GoesOnWithTheRest()
    {
        await using var host = await WebHost.StartAsync();
        var client = new WorkflowClient(host.Client);
        var workflow = await client.StartAsync("import");
        workflow.BeginStep("reading");
        workflow.CompleteStep("another");
        workflow.CompleteStep();
        workflow.Complete();

        var refusal = (await workflow.Invoking(one => one.FlushAsync()).Should().ThrowAsync<WorkflowClientException>()).Which;

        refusal.Error.Code.Should().Be("invalid_event");
        var summary = await client.GetSummaryAsync(workflow.Id);
        summary.Status.Should().Be(WorkflowStatus.Completed);
        summary.Steps.Should().ContainSingle().Which.Status.Should().Be(StepStatus.Completed);
        await workflow.Invoking(one => one.FlushAsync()).Should().NotThrowAsync("what was refused is given up");
    }

    [Fact]
    public async Task ReportProgress_NotANumber_IsNotSent()
    {
        await using var host = await WebHost.StartAsync();
        var client = new WorkflowClient(host.Client);
        var workflow = await client.StartAsync("import");
        workflow.BeginStep("reading");
        workflow.ReportProgress(double.NaN);

        await workflow.FlushAsync();

        (await client.GetSummaryAsync(workflow.Id)).LastClientSeq.Should().Be(1);
        workflow.Invoking(one => one.Report("own", new() { ["figure"] = double.NaN })).Should().Throw<ArgumentException>();
        workflow.Log("information", "the next number");
        await workflow.FlushAsync();
        (await client.GetSummaryAsync(workflow.Id)).LastClientSeq.Should().Be(2);
    }
}
