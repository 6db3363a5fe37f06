using LiveWorkflows.EventLog;
using LiveWorkflows.Records;
using LiveWorkflows.Reports;

namespace LiveWorkflows.Tests.Reports;

public sealed class WorkflowReportsTests
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    [Fact]
    public async Task Records_OfWorkflowsThatFellOutOfTheList_AreDeleted_NowAndAtTheNextStart()
    {
        var (log, records) = (new InMemoryEventLog(), new InMemoryRecordStore());
        await using (var reports = new WorkflowReports(log, records, new ReportsOptions { MaxListedWorkflows = 5 }))
        {
            await using var tracker = new WorkflowTracker(log, observers: [reports.Observer]);
            for (var i = 0; i < 12; i++) await tracker.RunAsync("run", (_, _) => Task.CompletedTask, new WorkflowOptions { Id = $"w{i:00}" });
            tracker.Start("open", new WorkflowOptions { Id = "open" });
            await tracker.DisposeAsync();
        }

        var listed = await EntriesAsync();
        listed.Count(key => key.StartsWith("workflow/w", StringComparison.Ordinal)).Should().Be(5);

        await using (var smaller = new WorkflowReports(log, records, new ReportsOptions { MaxListedWorkflows = 2 })) await smaller.LoadAsync();
        (await EntriesAsync()).Count(key => key.StartsWith("workflow/w", StringComparison.Ordinal)).Should().BeInRange(1, 2);

        async Task<List<string>> EntriesAsync() => await records.ListAsync("workflow/").Select(record => record.Key).ToListAsync();
    }

    [Fact]
    public async Task GetRecent_NothingEnded_HasNoAveragesAndNoErrors()
    {
        await using var runs = new ReportedRuns();

        var report = runs.Reports.GetRecent(Hour);

        report.ErrorRate.Should().Be(0);
        report.AverageDuration.Should().BeNull();
        report.DurationMs.Count.Should().Be(0);
        report.P99.Should().BeNull();
    }

    [Fact]
    public async Task GetRecent_RunsOfEveryEnd_CountsThemAsTheContractSays()
    {
        await using var runs = new ReportedRuns();
        await runs.RunAsync(100, WorkflowStatus.Completed);
        await runs.RunAsync(200, WorkflowStatus.Completed);
        await runs.RunAsync(300, WorkflowStatus.Failed);
        await runs.RunAsync(400, WorkflowStatus.Abandoned);
        await runs.RunAsync(5_000, WorkflowStatus.Cancelled);
        await runs.SettleAsync();

        var report = runs.Reports.GetRecent(TimeSpan.FromMinutes(10));

        report.Workflows.Should().Be(new RunCounts(Started: 5, Completed: 2, Failed: 2, Cancelled: 1, Active: 0, ErrorRate: 0.5, ThroughputPerMinute: 0.5));
        report.DurationMs.Should().Be(new DurationFigures { Count = 4, Average = 250, Min = 100, Max = 400, P50 = 250, P95 = 385, P99 = 397 });
        report.AverageDuration.Should().Be(TimeSpan.FromMilliseconds(250));
    }

    [Fact]
    public async Task GetRecent_RunsBeforeTheWindow_AreLeftOut()
    {
        await using var runs = new ReportedRuns();
        await runs.RunAsync(100, WorkflowStatus.Failed);
        runs.Time.Advance(TimeSpan.FromMinutes(5));
        await runs.SettleAsync();

        runs.Reports.GetRecent(TimeSpan.FromMinutes(5)).Workflows.Failed.Should().Be(0);
        runs.Reports.GetRecent(TimeSpan.FromMinutes(5) + TimeSpan.FromMilliseconds(1)).Workflows.Failed.Should().Be(1);
    }

    [Fact]
    public async Task GetRecent_StepsAndPhases_TellTheirShareOfTheTime()
    {
        await using var runs = new ReportedRuns();
        await runs.RunAsync(100, WorkflowStatus.Completed, during: workflow =>
        {
            var phase = workflow.BeginPhase(WorkflowPhase.Processing);
            var slow = phase.BeginStep("slow");
            slow.Retry(new TimeoutException());
            runs.Time.Advance(TimeSpan.FromMilliseconds(300));
            slow.Complete();
            phase.Complete();
        });
        await runs.SettleAsync();

        var report = runs.Reports.GetRecent(Hour);

        report.Phases.Should().ContainSingle().Which.Should().BeEquivalentTo(new { Name = "PROCESSING", Count = 1, Average = 300.0, ShareOfTime = 0.75 });
        report.Steps.Should().ContainSingle().Which.Should().BeEquivalentTo(new { Name = "slow", Phase = "PROCESSING", Retries = 1, P50 = 300.0, ShareOfTime = 0.75 });
        report.Bottlenecks.Should().ContainSingle().Which.ShareOfTime.Should().Be(0.75);
    }

    [Fact]
    public async Task GetRecent_Measurements_AreAddedUpOverTheRuns()
    {
        await using var runs = new ReportedRuns();
        foreach (var (pages, sure, ms) in new[] { (2, 0.5, 10), (3, 0.9, 30) })
        {
            await runs.RunAsync(1, WorkflowStatus.Completed, during: workflow =>
            {
                workflow.Counter("pages").Add(pages);
                workflow.Gauge("confidence").Set(sure);
                workflow.Rate("operations").Mark(pages);
                var timer = workflow.StartTimer("extraction");
                runs.Time.Advance(TimeSpan.FromMilliseconds(ms));
                timer.Stop();
            });
        }

        await runs.SettleAsync();

        var report = runs.Reports.GetRecent(Hour);

        report.Counters["pages"].Should().Be(5);
        report.Gauges["confidence"].Should().Be(0.9);
        report.Rates["operations"].Should().Be(2.5);
        report.Timers["extraction"].Should().BeEquivalentTo(new { Count = 2, Average = 20.0, P50 = 20.0, Max = 30.0 });
    }

    [Theory]
    [InlineData(19, 0)]
    [InlineData(500, 0.01)]
    public async Task GetRecent_ManyMeasurementsOfOneTimer_HaveTheirQuantiles(int count, double precision)
    {
        await using var runs = new ReportedRuns();
        await runs.RunAsync(1, WorkflowStatus.Completed, during: workflow =>
        {
            for (var i = 1; i <= count; i++)
            {
                var timer = workflow.StartTimer("read");
                runs.Time.Advance(TimeSpan.FromMilliseconds(i));
                timer.Stop();
            }
        });
        await runs.SettleAsync();

        var read = runs.Reports.GetRecent(Hour).Timers["read"];

        read.Count.Should().Be(count);
        read.Average.Should().BeApproximately((count + 1) / 2.0, 0.001);
        var p95 = 1 + (count - 1) * 0.95;
        read.P95.Should().BeApproximately(p95, 0.001 + p95 * precision);
    }

    [Fact]
    public async Task GetRecent_SameErrorInSeveralRuns_IsOnePatternWithAdvice()
    {
        await using var runs = new ReportedRuns();
        for (var i = 0; i < 3; i++) await runs.RunAsync(10, WorkflowStatus.Failed);
        using var running = new CancellationTokenSource();
        await using (var open = runs.Start("import"))
        {
            open.ReportError("could not be read", new FormatException());
            await open.FlushAsync();
            await runs.SettleAsync();
        }

        var patterns = runs.Reports.GetRecent(Hour).ErrorPatterns;

        patterns.Select(pattern => (pattern.Code, pattern.Count)).Should().Equal(("timeout", 3), ("malformed", 1));
        patterns[0].RecoverySuggestions.Should().NotBeEmpty();
        patterns[0].FirstSeen.Should().BeBefore(patterns[0].LastSeen);
        runs.Reports.GetErrors(Hour).Total.Should().Be(4);
    }

    [Fact]
    public async Task GetRecent_Demonstrations_AreLeftOut()
    {
        await using var runs = new ReportedRuns();
        await runs.RunAsync(10, WorkflowStatus.Failed, type: "demo");
        await runs.SettleAsync();

        var report = runs.Reports.GetRecent(Hour);

        report.Workflows.Should().Be(new RunCounts(0, 0, 0, 0, 0, 0, 0));
        report.ErrorPatterns.Should().BeEmpty();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task LoadAsync_AfterARestart_TellsTheSame(bool withRecords)
    {
        await using var runs = new ReportedRuns();
        await runs.RunAsync(100, WorkflowStatus.Completed, id: "one");
        await runs.RunAsync(300, WorkflowStatus.Failed, id: "two");
        await runs.SettleAsync();
        var before = runs.Reports.GetRecent(Hour);

        // Without records: the program was killed before it could write them, and the event log is all there is.
        await using var again = new WorkflowReports(runs.Log, withRecords ? runs.Records : new InMemoryRecordStore(), timeProvider: runs.Time);
        await again.LoadAsync();

        again.GetRecent(Hour).Should().BeEquivalentTo(before, options => options.Excluding(report => report.Tracker));
        again.Directory.List(new WorkflowQuery()).Should().BeEquivalentTo(runs.Reports.Directory.List(new WorkflowQuery()));
    }

    [Fact]
    public async Task LoadAsync_Repeatedly_CountsNothingTwice()
    {
        await using var runs = new ReportedRuns();
        await runs.RunAsync(100, WorkflowStatus.Failed);
        await runs.SettleAsync();

        for (var i = 0; i < 3; i++)
        {
            await using var again = new WorkflowReports(runs.Log, runs.Records, timeProvider: runs.Time);
            await again.LoadAsync();
            again.GetRecent(Hour).Workflows.Failed.Should().Be(1);
            again.GetErrors(Hour).Total.Should().Be(1);
        }
    }

    [Fact]
    public async Task Delete_OfAWorkflow_LeavesOnlyTheAnonymousFact()
    {
        await using var runs = new ReportedRuns();
        await runs.RunAsync(100, WorkflowStatus.Completed, id: "somebody-s");
        await runs.DeleteAsync("somebody-s");
        await runs.SettleAsync();

        runs.Reports.Directory.Find("somebody-s").Should().BeNull();
        runs.Reports.GetRecent(Hour).Workflows.Completed.Should().Be(1);
        await foreach (var record in runs.Records.ListAsync(""))
            (record.Key + System.Text.Encoding.UTF8.GetString(record.Value.Span)).Should().NotContain("somebody");
    }

    [Fact]
    public async Task Observer_ToldOfTheDeletionBeforeTheEnd_KeepsTheFactAndNoEntry()
    {
        await using var runs = new ReportedRuns();
        await runs.RunAsync(100, WorkflowStatus.Completed, id: "somebody-s");
        var ended = await runs.LastEventAsync("somebody-s");
        await using var reports = new WorkflowReports(new InMemoryEventLog(), new InMemoryRecordStore(), timeProvider: runs.Time);
        await reports.Observer.OnDeletedAsync("somebody-s", default);
        await reports.Observer.OnEventAsync(ended, default);

        reports.GetRecent(Hour).Workflows.Completed.Should().Be(1);
        reports.Directory.Find("somebody-s").Should().BeNull();
    }

    [Fact]
    public async Task Facts_OlderThanThirtyDays_AreForgotten()
    {
        await using var runs = new ReportedRuns();
        await runs.RunAsync(100, WorkflowStatus.Completed);
        runs.Time.Advance(TimeSpan.FromDays(31));
        await runs.RunAsync(100, WorkflowStatus.Completed);
        await runs.SettleAsync();

        runs.Reports.GetRecent(TimeSpan.FromDays(60)).Workflows.Completed.Should().Be(1);
        var kept = 0;
        await foreach (var _ in runs.Records.ListAsync("run/")) kept++;
        kept.Should().Be(1);
    }
}
