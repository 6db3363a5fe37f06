using System.Globalization;
using LiveWorkflows.Reports;

namespace LiveWorkflows.Alerts;

/// <summary>Reads rules' metrics from the reports; rules that look at the same window share one report.</summary>
internal sealed class AlertReader(WorkflowReports reports, DateTimeOffset now)
{
    private readonly Dictionary<(TimeSpan Window, string? Type), WorkflowReport> _reports = [];

    public IEnumerable<AlertReading> Read(AlertRule rule) => rule.Metric switch
    {
        AlertMetric.Active => Whole(reports.Open(rule.Type).Count(entry => entry.StartedAt is not null)),
        AlertMetric.QueueDepth => Whole(reports.Open(rule.Type).Count(entry => entry.StartedAt is null)),
        AlertMetric.StuckWorkflows => Whole(Stuck(rule)),
        AlertMetric.ErrorRate => [Of(Ended(rule), ReportOf(rule).Workflows.ErrorRate)],
        AlertMetric.FailedRuns => [Of(Ended(rule), ReportOf(rule).Workflows.Failed)],
        AlertMetric.ThroughputPerMinute => [Of(Ended(rule) + ReportOf(rule).Workflows.Cancelled, ReportOf(rule).Workflows.ThroughputPerMinute)],
        AlertMetric.DurationP50 => Duration(rule, figures => figures.P50),
        AlertMetric.DurationP95 => Duration(rule, figures => figures.P95),
        AlertMetric.DurationP99 => Duration(rule, figures => figures.P99),
        AlertMetric.Errors => Errors(rule),
        AlertMetric.StepDurationP95 => Steps(rule, step => step.P95),
        AlertMetric.StepSlowdown => Steps(rule, step => step.Slowdown),
        _ => [],
    };

    /// <summary>What is wrong, in a sentence.</summary>
    public static string Describe(AlertRule rule, AlertReading reading)
    {
        var value = rule.Metric switch
        {
            AlertMetric.ErrorRate => Text($"The error rate is {Math.Round(reading.Value * 100, 1)} %"),
            AlertMetric.FailedRuns => Text($"{reading.Value} runs failed"),
            AlertMetric.Errors => Text($"{reading.Value} errors{(rule.Code is null ? "" : $" of code {rule.Code}")} were reported"),
            AlertMetric.DurationP50 => Text($"The median duration is {Math.Round(reading.Value)} ms"),
            AlertMetric.DurationP95 => Text($"The 95th percentile of the duration is {Math.Round(reading.Value)} ms"),
            AlertMetric.DurationP99 => Text($"The 99th percentile of the duration is {Math.Round(reading.Value)} ms"),
            AlertMetric.ThroughputPerMinute => Text($"{reading.Value} runs a minute end"),
            AlertMetric.Active => Text($"{reading.Value} workflows are at work"),
            AlertMetric.QueueDepth => Text($"{reading.Value} workflows wait to be begun"),
            AlertMetric.StuckWorkflows => Text($"{reading.Value} workflows at work have said nothing for {rule.Window.TotalMinutes:0.#} min"),
            AlertMetric.StepDurationP95 => Text($"The 95th percentile of step {reading.Step} is {Math.Round(reading.Value)} ms"),
            _ => Text($"The median of step {reading.Step} is {Math.Round(reading.Value, 1)} times that of the hour before"),
        };
        var threshold = rule.Metric == AlertMetric.ErrorRate ? Text($"{rule.Threshold * 100} %") : Text($"{rule.Threshold}");
        return $"{value}{(rule.Type is null ? "" : $" ({rule.Type})")}; the rule allows {(rule.Comparison == AlertComparison.Above ? "at most" : "no less than")} {threshold}.";

        static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
    }

    private static AlertReading[] Whole(int count) => [new(null, null, count, count)];

    private static AlertReading Of(long count, double value) => new(null, null, value, count);

    private long Ended(AlertRule rule) => ReportOf(rule).Workflows.Completed + ReportOf(rule).Workflows.Failed;

    private AlertReading[] Duration(AlertRule rule, Func<DurationFigures, double?> quantile)
    {
        var durations = ReportOf(rule).DurationMs;
        return quantile(durations) is { } value ? [Of(durations.Count, value)] : [];
    }

    private AlertReading[] Errors(AlertRule rule)
    {
        var count = ReportOf(rule).ErrorPatterns
            .Where(pattern => (rule.Code is null || pattern.Code == rule.Code) && (rule.Phase is null || pattern.Phase == rule.Phase) && (rule.Step is null || pattern.Step == rule.Step))
            .Sum(pattern => (long)pattern.Count);
        return [Of(count, count)];
    }

    private IEnumerable<AlertReading> Steps(AlertRule rule, Func<PartFigures, double?> figure) =>
        ReportOf(rule).Steps.Where(step => (rule.Phase is null || step.Phase == rule.Phase) && (rule.Step is null || step.Name == rule.Step) && figure(step) is not null)
            .Select(step => new AlertReading(step.Phase, step.Name, figure(step)!.Value, step.Count));

    private int Stuck(AlertRule rule) =>
        reports.Open(rule.Type).Count(entry => entry.StartedAt is { } startedAt && now - (reports.LastHeardOf(entry.WorkflowId) ?? startedAt) >= rule.Window);

    private WorkflowReport ReportOf(AlertRule rule)
    {
        if (!_reports.TryGetValue((rule.Window, rule.Type), out var report)) _reports[(rule.Window, rule.Type)] = report = reports.GetRecent(rule.Window, rule.Type);
        return report;
    }
}
