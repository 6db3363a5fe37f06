using System.Text.Json;
using LiveWorkflows.EventLog;
using LiveWorkflows.Events;
using LiveWorkflows.Records;
using LiveWorkflows.Reports;

namespace LiveWorkflows.Tests.Reports;

/// <summary>That reports are the same however they came about, and cost the same however much there was.</summary>
public sealed class RunHistoryTests
{
    private static readonly TimeSpan Day = TimeSpan.FromHours(24);

    [Fact]
    public async Task GetRecent_AfterARestartAndAllDeletions_IsTheSameToTheByte()
    {
        await using var runs = new ReportedRuns();
        for (var i = 0; i < 40; i++)
        {
            await runs.RunAsync(1_000 + i * 137, i % 5 == 0 ? WorkflowStatus.Failed : WorkflowStatus.Completed, id: $"w{i}", during: workflow =>
            {
                using var phase = new PhaseOf(workflow, runs);
                workflow.Counter("pages").Add(i);
                workflow.Gauge("quality").Set(i / 7.0);
                workflow.Rate("rows").Mark(i);
                var timer = workflow.StartTimer("read");
                runs.Time.Advance(TimeSpan.FromMilliseconds(i * 3));
                timer.Stop();
                if (i % 3 == 0) workflow.ReportError($"No answer from host {i} in {i * 100} ms");
            });
        }

        await runs.SettleAsync();
        var before = Json(runs.Reports);
        for (var i = 0; i < 40; i++) await runs.Log.DeleteAsync($"w{i}");

        await using var again = new WorkflowReports(runs.Log, runs.Records, timeProvider: runs.Time);
        await again.LoadAsync();
        await again.LoadAsync();

        Json(again).Should().Be(before);
    }

    [Fact]
    public async Task GetRecent_OfAnyWindow_CountsTheRunsThatEndedInIt()
    {
        await using var runs = new ReportedRuns();
        var random = new Random(1);
        var ends = new List<DateTimeOffset>();
        for (var i = 0; i < 60; i++)
        {
            await runs.RunAsync(1, WorkflowStatus.Completed);
            ends.Add(runs.Time.GetUtcNow());
            runs.Time.Advance(TimeSpan.FromSeconds(random.Next(0, 1500)));
        }

        await runs.SettleAsync();

        for (var minutes = 1; minutes <= 1440; minutes += 7)
        {
            var report = runs.Reports.GetRecent(TimeSpan.FromMinutes(minutes));
            report.ResolutionSeconds.Should().Be(5);
            (report.To - report.From).Should().Be(TimeSpan.FromMinutes(minutes));
            (report.To - runs.Time.GetUtcNow()).Should().BePositive().And.BeLessThanOrEqualTo(TimeSpan.FromSeconds(5));
            report.Workflows.Completed.Should().Be(ends.Count(end => end >= report.From && end < report.To));
        }
    }

    [Fact]
    public async Task GetRecent_FiftyTimeOutsThatDifferInNumbers_AreOnePattern()
    {
        await using var runs = new ReportedRuns();
        for (var i = 0; i < 50; i++)
        {
            await runs.RunAsync(10, WorkflowStatus.Completed, during: workflow =>
            {
                var step = workflow.BeginPhase(WorkflowPhase.Processing).BeginStep($"chunk {i}");
                workflow.ReportError($"No answer from 10.0.0.{i} in {i * 10} ms", new TimeoutException(), step);
            });
        }

        await runs.SettleAsync();

        var pattern = runs.Reports.GetRecent(Day).ErrorPatterns.Should().ContainSingle().Which;
        pattern.Count.Should().Be(50);
        pattern.Share.Should().Be(1);
        pattern.Template.Should().Be("No answer from <ip> in <duration>");
        pattern.Step.Should().Be("chunk <n>");
        pattern.Phases.Should().Equal("PROCESSING");
    }

    [Fact]
    public async Task GetRecent_StepThatBecameSlow_IsABottleneckWithItsReason()
    {
        await using var runs = new ReportedRuns();
        foreach (var ms in Enumerable.Repeat(100, 10).Concat(Enumerable.Repeat(300, 10)))
        {
            if (ms == 300 && runs.Time.GetUtcNow().Minute < 30) runs.Time.Advance(TimeSpan.FromMinutes(40));
            await runs.RunAsync(10, WorkflowStatus.Completed, during: workflow =>
            {
                var step = workflow.BeginPhase(WorkflowPhase.Processing).BeginStep("render");
                runs.Time.Advance(TimeSpan.FromMilliseconds(ms));
                step.Complete();
            });
        }

        await runs.SettleAsync();

        var bottleneck = runs.Reports.GetRecent(TimeSpan.FromMinutes(10)).Bottlenecks.Should().ContainSingle().Which;
        bottleneck.Slowdown.Should().Be(3);
        bottleneck.ShareOfCriticalPath.Should().BeApproximately(0.97, 0.01);
        bottleneck.Reason.Should().Be("It is 97 % of the runs' critical path, and its median of 300 ms is 3.0 times that of the hour before.");
    }

    [Fact]
    public async Task GetRecent_OfOneType_LeavesOutTheOthers()
    {
        await using var runs = new ReportedRuns();
        await runs.RunAsync(100, WorkflowStatus.Completed, type: "import");
        await runs.RunAsync(900, WorkflowStatus.Failed, type: "export");
        await runs.SettleAsync();

        runs.Reports.GetRecent(Day, "import").Workflows.Should().Be(new RunCounts(1, 1, 0, 0, 0, 0, 0.0007));
        runs.Reports.GetRecent(Day).Types.Select(type => (type.Type, type.DurationMs.P50)).Should().Equal(("export", 900), ("import", 100));
    }

    [Fact]
    public async Task Observer_ThatMissedEvents_ReadsThemFromTheLogAtTheEnd()
    {
        await using var runs = new ReportedRuns();
        await runs.RunAsync(10, WorkflowStatus.Completed, id: "w", during: workflow =>
        {
            foreach (var i in Enumerable.Range(0, 30)) workflow.BeginPhase(WorkflowPhase.Processing).BeginStep("read").Complete();
        });
        var events = await runs.Log.ReadAsync("w").Select(stored => WorkflowEventSerializer.Deserialize(stored)).ToListAsync();

        await using var reports = new WorkflowReports(runs.Log, new InMemoryRecordStore(), timeProvider: runs.Time);
        foreach (var heard in events.Where((_, i) => i % 3 == 0 || i == events.Count - 1)) await reports.Observer.OnEventAsync(heard, default);
        await reports.Observer.OnEventAsync(events[^1], default);

        var report = reports.GetRecent(Day);
        report.Workflows.Completed.Should().Be(1, "told twice, it counts once");
        report.Steps.Should().ContainSingle().Which.Count.Should().Be(30);
    }

    [Fact]
    public void Fold_OfAMillionSteps_LeavesASmallFact()
    {
        var fold = new RunFold();
        var at = new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
        var seq = 0L;
        for (var i = 0; i < 200_000; i++)
        {
            fold.Apply(new StepStarted { WorkflowId = "w", Seq = ++seq, Timestamp = at, StepId = $"P/s#{i}", StepName = i % 100 == 0 ? $"own {i}" : "row", Phase = "P" });
            fold.Apply(new StepCompleted { WorkflowId = "w", Seq = ++seq, Timestamp = at, StepId = $"P/s#{i}", StepName = i % 100 == 0 ? $"own {i}" : "row", Phase = "P", Attempt = 1, DurationMs = i % 977 });
        }

        var fact = fold.ToFact(new WorkflowSummary { Name = "import" }, at);

        fact.Steps.Count.Should().BeLessThanOrEqualTo(RunFold.MostParts + 1);
        JsonSerializer.SerializeToUtf8Bytes(fact, RunFactJson.Default.RunFact).Length.Should().BeLessThan(RecordRules.MaxValueLength / 4);
        fold.IsWhole.Should().BeTrue();
    }

    private static string Json(WorkflowReports reports) =>
        JsonSerializer.Serialize(reports.GetRecent(Day) with { Tracker = TrackerFigures.Of(new TrackerStatistics(0, 0, TimeSpan.Zero, 0, 0)) }, ReportsJson.Default.WorkflowReport);

    /// <summary>A phase with two steps, one of which fails at times.</summary>
    private sealed class PhaseOf : IDisposable
    {
        private readonly PhaseScope _phase;

        public PhaseOf(Workflow workflow, ReportedRuns runs)
        {
            _phase = workflow.BeginPhase(WorkflowPhase.Processing);
            var step = _phase.BeginStep("read");
            runs.Time.Advance(TimeSpan.FromMilliseconds(21));
            step.Complete();
            _phase.BeginStep("write").Complete();
        }

        public void Dispose() => _phase.Complete();
    }
}
