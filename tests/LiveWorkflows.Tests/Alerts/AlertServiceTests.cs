using LiveWorkflows.Alerts;
using LiveWorkflows.EventLog;
using LiveWorkflows.Events;
using LiveWorkflows.Records;
using LiveWorkflows.Reports;
using Microsoft.Extensions.Time.Testing;

namespace LiveWorkflows.Tests.Alerts;

public sealed class AlertServiceTests : IAsyncDisposable
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));
    private readonly InMemoryRecordStore _records = new();
    private readonly WorkflowReports _reports;
    private readonly List<Alert> _told = [];
    private AlertService? _alerts;

    public AlertServiceTests() => _reports = new WorkflowReports(new InMemoryEventLog(), _records, timeProvider: _time);

    private static AlertRule Rule => new() { Name = "queue", Metric = AlertMetric.QueueDepth, Threshold = 0 };

    [Fact]
    public async Task Evaluate_ConditionThatHoldsLongEnough_FiresOnceAndResolvesOnce()
    {
        Watch(Rule with { For = TimeSpan.FromMinutes(1) });
        await QueueAsync("w");

        await PassAsync(TimeSpan.Zero);
        _alerts!.List(AlertState.Pending).Should().ContainSingle();
        _told.Should().BeEmpty();

        for (var i = 0; i < 6; i++) await PassAsync(TimeSpan.FromSeconds(30));
        _told.Should().ContainSingle().Which.State.Should().Be(AlertState.Firing);

        await UnqueueAsync("w");
        await PassAsync(TimeSpan.FromSeconds(30));
        await PassAsync(TimeSpan.FromSeconds(30));

        _told.Select(alert => alert.State).Should().Equal(AlertState.Firing, AlertState.Resolved);
        _told[0].Id.Should().Be(_told[1].Id);
        _told[1].ResolvedBy.Should().Be("condition");
        _told[0].Message.Should().Be("1 workflows wait to be begun; the rule allows at most 0.");
    }

    [Fact]
    public async Task Evaluate_ConditionThatCeasesBeforeItsTime_NeverFires()
    {
        Watch(Rule with { For = TimeSpan.FromMinutes(1) });
        for (var i = 0; i < 5; i++)
        {
            await QueueAsync("w" + i);
            await PassAsync(TimeSpan.FromSeconds(40));
            await UnqueueAsync("w" + i);
            await PassAsync(TimeSpan.FromSeconds(10));
        }

        _told.Should().BeEmpty();
        _alerts!.List(AlertState.Pending).Should().BeEmpty();
        (await KeysAsync()).Should().BeEmpty("what never fired leaves nothing");
    }

    [Fact]
    public async Task Evaluate_FlappingCondition_IsOneIncident()
    {
        Watch(Rule with { KeepFiring = TimeSpan.FromMinutes(2) });
        for (var i = 0; i < 10; i++)
        {
            await QueueAsync("w" + i);
            await PassAsync(TimeSpan.FromSeconds(30));
            await UnqueueAsync("w" + i);
            await PassAsync(TimeSpan.FromSeconds(30));
        }

        _told.Should().ContainSingle().Which.State.Should().Be(AlertState.Firing);
        for (var i = 0; i < 5; i++) await PassAsync(TimeSpan.FromSeconds(30));
        _told.Should().HaveCount(2);
        _alerts!.List().Should().ContainSingle().Which.State.Should().Be(AlertState.Resolved);
    }

    [Fact]
    public async Task Evaluate_AfterARestart_GoesOnWithTheSameIncident()
    {
        Watch(Rule);
        await QueueAsync("w");
        await PassAsync(TimeSpan.Zero);
        await _alerts!.DisposeAsync();

        Watch(Rule);
        await PassAsync(TimeSpan.FromMinutes(1));
        _told.Should().ContainSingle("it was told before the restart");
        await UnqueueAsync("w");
        await PassAsync(TimeSpan.FromMinutes(1));

        _told.Should().HaveCount(2);
        _told[1].Id.Should().Be(_told[0].Id);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Resolve_ByAnOperator_IsQuietUntilTheConditionHasCeased(bool restarts)
    {
        Watch(Rule);
        await QueueAsync("w");
        await PassAsync(TimeSpan.Zero);
        var id = _alerts!.List().Single().Id;

        (await _alerts.ResolveAsync(id))!.ResolvedBy.Should().Be("operator");
        (await _alerts.ResolveAsync(id)).Should().BeNull();
        if (restarts)
        {
            await _alerts.DisposeAsync();
            Watch(Rule);
        }

        await PassAsync(TimeSpan.FromMinutes(1));
        _alerts.List(AlertState.Firing).Should().BeEmpty();

        await UnqueueAsync("w");
        await PassAsync(TimeSpan.FromMinutes(1));
        await QueueAsync("again");
        await PassAsync(TimeSpan.FromMinutes(1));
        _alerts.List(AlertState.Firing).Should().ContainSingle().Which.Id.Should().NotBe(id);
    }

    [Fact]
    public async Task Evaluate_ErrorRate_NeedsItsMinimumCount()
    {
        Watch(new AlertRule { Name = "errors", Metric = AlertMetric.ErrorRate, Threshold = 0.2, MinimumCount = 5 });
        for (var i = 0; i < 4; i++) await EndAsync($"w{i}", WorkflowStatus.Failed);
        await PassAsync(TimeSpan.Zero);
        _told.Should().BeEmpty();

        await EndAsync("w5", WorkflowStatus.Completed);
        await PassAsync(TimeSpan.Zero);

        _told.Should().ContainSingle().Which.Value.Should().Be(0.8);
        _reports.GetRecent(TimeSpan.FromMinutes(5)).Alerts.Should().Equal(_told);
    }

    [Fact]
    public async Task Evaluate_WorkflowThatSaysNothing_IsStuck()
    {
        Watch(new AlertRule { Name = "stuck", Metric = AlertMetric.StuckWorkflows, Threshold = 0, Window = TimeSpan.FromMinutes(30) });
        await _reports.Observer.OnEventAsync(new WorkflowStarted { WorkflowId = "w", Seq = 1, Timestamp = _time.GetUtcNow(), WorkflowName = "import" }, default);
        await PassAsync(TimeSpan.FromMinutes(20));
        await _reports.Observer.OnEventAsync(new WarningReported { WorkflowId = "w", Seq = 2, Timestamp = _time.GetUtcNow(), Code = "c", Message = "m" }, default);
        await PassAsync(TimeSpan.FromMinutes(20));
        _told.Should().BeEmpty();

        await PassAsync(TimeSpan.FromMinutes(10));

        _told.Should().ContainSingle().Which.Message.Should().StartWith("1 workflows at work have said nothing for 30 min");
    }

    [Fact]
    public void Problems_OfWrongSettings_NameTheirKeys()
    {
        var options = new AlertOptions
        {
            Interval = TimeSpan.Zero,
            Rules = { new AlertRule { Window = TimeSpan.FromDays(2) }, new AlertRule { Name = "a" }, new AlertRule { Name = "a", Threshold = double.NaN } },
            Webhooks = { new WebhookOptions { Url = new Uri("ftp://somewhere"), Secret = "whsec_*" } },
        };

        options.Problems("Alerts").Select(problem => problem.Split(' ')[0]).Should().Equal(
            "Alerts:Interval", "Alerts:Rules:0:Name", "Alerts:Rules:0:Window", "Alerts:Rules:2:Threshold", "Alerts:Rules:2:Name", "Alerts:Webhooks:0:Url", "Alerts:Webhooks:0:Secret");
        new AlertOptions().Problems("Alerts").Concat(AlertRule.Defaults.SelectMany(rule => rule.Problems("x"))).Should().BeEmpty();
    }

    public async ValueTask DisposeAsync()
    {
        if (_alerts is not null) await _alerts.DisposeAsync();
        await _reports.DisposeAsync();
    }

    private void Watch(AlertRule rule)
    {
        _alerts = new AlertService(_reports, _records, new AlertOptions { UseDefaultRules = false, Rules = { rule } }, timeProvider: _time);
        _alerts.Subscribe(_told.Add);
    }

    private async Task PassAsync(TimeSpan after)
    {
        _time.Advance(after);
        await _alerts!.EvaluateAsync();
    }

    private ValueTask QueueAsync(string id) =>
        _reports.Observer.OnEventAsync(new WorkflowQueued { WorkflowId = id, Seq = 1, Timestamp = _time.GetUtcNow(), WorkflowName = "import", Status = WorkflowStatus.Queued }, default);

    private ValueTask UnqueueAsync(string id) => _reports.Observer.OnDeletedAsync(id, default);

    private ValueTask EndAsync(string id, WorkflowStatus status)
    {
        var summary = new WorkflowSummary { WorkflowId = id, Name = "import", Status = status, DurationMs = 10 };
        return _reports.Observer.OnEventAsync(
            status == WorkflowStatus.Completed
                ? new WorkflowCompleted { WorkflowId = id, Seq = 1, Timestamp = _time.GetUtcNow(), Summary = summary }
                : new WorkflowFailed { WorkflowId = id, Seq = 1, Timestamp = _time.GetUtcNow(), Summary = summary, Error = new() { Code = "c", Title = "t", Message = "m", Category = LiveWorkflows.Errors.ErrorCategory.Internal } },
            default);
    }

    private async Task<List<string>> KeysAsync() => await _records.ListAsync("alert/").Select(record => record.Key).ToListAsync();
}
