using System.Globalization;
using System.Net;
using System.Net.Http;
using System.Text.Json.Nodes;
using LiveWorkflows.Client;
using LiveWorkflows.Events;
using Microsoft.Extensions.Time.Testing;

namespace LiveWorkflows.AspNetCore.Tests.Client;

public sealed class BackgroundSendingTests : IAsyncLifetime
{
    private readonly FakeTimeProvider _time = new();
    private readonly AbsentServer _network = new();
    private WebHost _host = null!;
    private HttpClient _http = null!;
    private WorkflowClient _client = null!;

    public async ValueTask InitializeAsync()
    {
        _host = await WebHost.StartAsync();
        _http = new HttpClient(_network) { BaseAddress = _host.Address };
        _client = new WorkflowClient(_http, timeProvider: _time);
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _host.DisposeAsync();
    }

    [Fact]
    public async Task Report_WithoutFlush_ArrivesAfterAMomentInOneArray()
    {
        var workflow = await _client.StartAsync("import");
        workflow.BeginStep("reading");
        workflow.Log("information", "hello");
        workflow.CompleteStep();
        _network.Tries.Should().Be(0, "no time has passed");

        await PassTimeUntilAsync(async () => await LastSeqAsync(workflow) == 3);

        _network.Tries.Should().Be(1);
    }

    [Fact]
    public async Task Report_FullArrayOrEnd_IsSentWithoutWaiting()
    {
        var workflow = await _client.StartAsync("import");
        for (var i = 0; i < 500; i++) workflow.Log("information", $"line {i}");
        await _network.IsTried.Task.WaitAsync(WebHost.Patience);

        var short_ = await _client.StartAsync("import");
        short_.Complete();
        await UntilAsync(async () => (await _client.GetSummaryAsync(short_.Id)).Status == WorkflowStatus.Completed);
    }

    [Fact]
    public async Task Report_ServerThatIsAwayAndComesBack_ArrivesOnceAndInOrder()
    {
        var workflow = await _client.StartAsync("import");
        _network.IsAway = true;
        for (var i = 0; i < 40; i++)
        {
            workflow.BeginStep($"step {i}");
            workflow.CompleteStep();
        }

        await PassTimeUntilAsync(() => Task.FromResult(_network.Tries >= 12));
        _network.IsAway = false;
        await PassTimeUntilAsync(async () => await LastSeqAsync(workflow) == 80);

        (await _client.GetSummaryAsync(workflow.Id)).Steps.Select(step => step.Name).Should().Equal(Enumerable.Range(0, 40).Select(i => $"step {i}"));
        workflow.Dropped.Should().Be(0);
    }

    [Fact]
    public async Task Report_MoreThanIsKept_LosesDetailsFirstAndSaysSo()
    {
        var workflow = await _client.StartAsync("import");
        _network.IsAway = true;
        workflow.BeginStep("reading");
        workflow.ReportWarning("slow_disk", "The disk is slow.");
        for (var i = 0; i < 12_000; i++) workflow.Log("information", $"line {i}");
        workflow.CompleteStep();
        workflow.Complete();
        workflow.Dropped.Should().BeGreaterThan(1_000);

        _network.IsAway = false;
        await workflow.FlushAsync();

        // An array that was on its way when the network went comes back into a queue that is full by then: the count is final once all is sent.
        var lost = workflow.Dropped;
        lost.Should().BeInRange(1_500, 2_600);
        var summary = await _client.GetSummaryAsync(workflow.Id);
        summary.Status.Should().Be(WorkflowStatus.Completed);
        summary.Steps.Should().ContainSingle().Which.Status.Should().Be(StepStatus.Completed);
        var events = new List<WorkflowEvent>();
        await foreach (var happened in _client.WatchAsync(workflow.Id)) events.Add(happened);
        var warnings = events.OfType<WarningReported>().ToList();
        warnings.Select(warning => warning.Code).Distinct().Should().BeEquivalentTo("slow_disk", "reports_dropped");
        warnings.Where(warning => warning.Code == "reports_dropped").Sum(warning => int.Parse(warning.Message.Split(' ')[0], CultureInfo.InvariantCulture)).Should().Be((int)lost);
        events.OfType<Logged>().Should().HaveCount(12_000 - (int)lost);
        events.OfType<Logged>().Last().Message.Should().Be("line 11999", "the oldest go first");
    }

    [Fact]
    public async Task Report_WorkflowThatIsOverOnTheServer_NeverBreaksTheProgram()
    {
        var workflow = await _client.StartAsync("import");
        await _client.CancelAsync(workflow.Id);
        workflow.BeginStep("reading");
        await PassTimeUntilAsync(() => Task.FromResult(workflow.Refusal is not null));
        workflow.CompleteStep();

        workflow.Refusal!.Status.Should().Be(HttpStatusCode.Conflict);
        workflow.Dropped.Should().Be(2);
        (await workflow.Invoking(one => one.FlushAsync()).Should().ThrowAsync<WorkflowClientException>()).Which.Status.Should().Be(HttpStatusCode.Conflict);
        await workflow.DisposeAsync();
    }

    [Fact]
    public async Task Dispose_ServerThatStaysAway_GivesUpAndCounts()
    {
        var workflow = await _client.StartAsync("import");
        _network.IsAway = true;
        workflow.BeginStep("reading");
        workflow.Complete();

        var disposal = workflow.DisposeAsync().AsTask();
        _time.Advance(TimeSpan.FromSeconds(20));
        disposal.IsCompleted.Should().BeFalse();

        // How far the test's time runs ahead of the threads says nothing: what counts is that it ends, and tells.
        await PassTimeUntilAsync(() => Task.FromResult(disposal.IsCompleted));
        await disposal;
        workflow.Dropped.Should().Be(2);
    }

    [Fact]
    public async Task Verbs_OfTheWire_AreTakenAsTheyWereSaid()
    {
        var workflow = await _client.StartAsync("import");
        workflow.BeginStep("reading");
        workflow.RetryStep("The disk was busy.", delay: TimeSpan.FromMilliseconds(250), code: "busy");
        workflow.ReportWarning("slow_disk", "The disk is slow.", "reading");
        workflow.SetGauge("temperature", -3.5, "C");
        workflow.SetGauge("temperature", double.NaN);
        workflow.MarkRate("rows", 7);
        workflow.RecordTimer("parse", TimeSpan.FromMilliseconds(12));
        workflow.Count("rows", -1);
        workflow.Complete(new JsonObject());
        await workflow.FlushAsync();

        var summary = await _client.GetSummaryAsync(workflow.Id);
        summary.Steps.Should().ContainSingle().Which.Attempt.Should().Be(2);
        summary.Gauges.Should().Contain("temperature", -3.5);
        summary.Rates.Should().ContainKey("rows");
        summary.Timers["parse"].Count.Should().Be(1);
        summary.Counters.Should().NotContainKey("rows");
        var events = new List<WorkflowEvent>();
        await foreach (var happened in _client.WatchAsync(workflow.Id)) events.Add(happened);
        events.OfType<StepRetried>().Should().ContainSingle().Which.Should().Match<StepRetried>(retry => retry.DelayMs == 250 && retry.Error!.Code == "busy");
        events.OfType<WarningReported>().Should().ContainSingle().Which.Code.Should().Be("slow_disk");
    }

    [Fact]
    public async Task GetReport_AfterARun_TellsIt()
    {
        await _host.Tracker.RunAsync("import", (_, _) => Task.CompletedTask, new WorkflowOptions { Type = "import & more" });
        await _host.Tracker.RunAsync("other", (_, _) => Task.CompletedTask);

        var report = await _client.GetReportAsync(TimeSpan.FromMinutes(5), "import & more");

        report.Type.Should().Be("import & more");
        report.Workflows.Completed.Should().Be(1);
        report.DurationMs.Count.Should().Be(1);
        await _client.Invoking(one => one.GetReportAsync(TimeSpan.FromDays(2))).Should().ThrowAsync<ArgumentOutOfRangeException>();
    }

    [Fact]
    public async Task Watch_WorkflowThatIsDeleted_SaysSo()
    {
        var workflow = await _client.StartAsync("import");
        await workflow.FlushAsync();
        await using var events = _client.WatchAsync(workflow.Id).GetAsyncEnumerator();
        (await events.MoveNextAsync()).Should().BeTrue();
        await _host.Tracker.DeleteAsync(workflow.Id);

        var deleted = (await FluentActions.Awaiting(async () =>
        {
            while (await events.MoveNextAsync().AsTask().WaitAsync(WebHost.Patience))
            {
                // What came before the deletion.
            }
        }).Should().ThrowAsync<WorkflowClientException>()).Which;

        deleted.Status.Should().Be(HttpStatusCode.Gone);
        deleted.Error.Code.Should().Be("workflow_deleted");
    }

    private async Task<long> LastSeqAsync(RemoteWorkflow workflow) => (await _client.GetSummaryAsync(workflow.Id)).LastClientSeq ?? 0;

    private Task PassTimeUntilAsync(Func<Task<bool>> isSo) => UntilAsync(isSo, () => _time.Advance(TimeSpan.FromMilliseconds(250)));

    private static async Task UntilAsync(Func<Task<bool>> isSo, Action? between = null)
    {
        using var patience = new CancellationTokenSource(WebHost.Patience);
        while (!await isSo())
        {
            patience.Token.ThrowIfCancellationRequested();
            between?.Invoke();
            await Task.Yield();
        }
    }
}
