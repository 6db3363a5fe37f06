using LiveWorkflows.Metrics;

namespace LiveWorkflows.Reports;

/// <summary>Makes a report of what was counted in a window, and of what is still open.</summary>
internal sealed class ReportBuilder(RunHistory history, ReportWindow window, string? type, IReadOnlyCollection<WorkflowEntry> open, IReadOnlyCollection<(string Type, ErrorFact Error)> openErrors)
{
    private static readonly TimeSpan TrailingHour = TimeSpan.FromHours(1);

    private bool IsFine => window.To - window.From <= RunHistory.LongestFineWindow + TimeSpan.FromHours(1) && window.Resolution < TimeSpan.FromHours(1);

    public WorkflowReport Build(TrackerStatistics tracker, IReadOnlyList<Alerts.Alert> alerts)
    {
        var figures = history.Read(window.From, window.To, IsFine, type);
        var runs = Sum(figures.Of(SeriesKind.Run).Select(item => item.Tally));
        var steps = Steps(figures, runs.TotalMicroseconds);
        return new WorkflowReport
        {
            From = window.From,
            To = window.To,
            ResolutionSeconds = window.Resolution.TotalSeconds,
            Type = type,
            Workflows = Counts(runs, open),
            DurationMs = DurationFigures.Of(runs.Durations),
            Types = Types(figures),
            Phases = Parts(figures.Of(SeriesKind.Part).Where(item => item.Key.Step.Length == 0), runs.TotalMicroseconds, null),
            Steps = steps,
            Bottlenecks = BottleneckFinder.Find(steps),
            ErrorPatterns = ErrorPatterns(figures),
            Alerts = alerts,
            Timers = ByName(figures, SeriesKind.Timer, tally => DurationFigures.Of(tally.Durations)),
            Counters = ByName(figures, SeriesKind.Counter, tally => Math.Round(tally.Value, 6)),
            Gauges = ByName(figures, SeriesKind.Gauge, tally => tally.Value),
            Rates = ByName(figures, SeriesKind.Rate, tally => Math.Round(tally.TotalMicroseconds / RunHistory.RateUnit / Math.Max(1, tally.Count), 4)),
            OtherNames = history.OtherNames,
            Tracker = TrackerFigures.Of(tracker),
        };
    }

    public IReadOnlyList<ErrorPattern> ErrorPatterns() => ErrorPatterns(history.Read(window.From, window.To, IsFine, type, SeriesKind.Error));

    private RunCounts Counts(Tally runs, IReadOnlyCollection<WorkflowEntry> running)
    {
        var completed = runs.Count - runs.Failed;
        return new RunCounts(
            (int)runs.Started + running.Count(entry => window.Holds(entry.StartedAt)),
            (int)completed,
            (int)runs.Failed,
            (int)runs.Cancelled,
            running.Count(entry => entry.StartedAt is not null),
            runs.Count == 0 ? 0 : (double)runs.Failed / runs.Count,
            Math.Round((runs.Count + runs.Cancelled) / (window.To - window.From).TotalMinutes, 4));
    }

    private List<TypeFigures> Types(WindowFigures figures)
    {
        var ended = figures.Of(SeriesKind.Run).ToDictionary(item => item.Key.Type, item => item.Tally, StringComparer.Ordinal);
        return
        [
            .. ended.Keys.Union(open.Where(entry => entry.StartedAt is not null).Select(entry => entry.Type)).Order(StringComparer.Ordinal).Select(name =>
            {
                var runs = ended.GetValueOrDefault(name) ?? new Tally();
                return new TypeFigures(name, Counts(runs, [.. open.Where(entry => entry.Type == name)]), DurationFigures.Of(runs.Durations));
            }),
        ];
    }

    private IReadOnlyList<PartFigures> Steps(WindowFigures figures, long totalMicroseconds)
    {
        var before = new Dictionary<(string Phase, string Step), Tally>();
        if (IsFine)
        {
            var trailing = history.Read(window.From - TrailingHour, window.From, isFine: true, type, SeriesKind.Part);
            foreach (var step in trailing.Of(SeriesKind.Part).GroupBy(item => (item.Key.Name, item.Key.Step))) before[step.Key] = Sum(step.Select(item => item.Tally));
        }

        return Parts(figures.Of(SeriesKind.Part).Where(item => item.Key.Step.Length > 0), totalMicroseconds, before);
    }

    private static IReadOnlyList<PartFigures> Parts(
        IEnumerable<(SeriesKey Key, Tally Tally)> parts, long totalMicroseconds, Dictionary<(string Phase, string Step), Tally>? before) =>
    [
        .. parts.GroupBy(item => (item.Key.Name, item.Key.Step)).Select(group =>
            {
                var sum = Sum(group.Select(item => item.Tally));
                var isStep = group.Key.Step.Length > 0;
                return PartFigures.Of(
                    isStep ? group.Key.Step : group.Key.Name, isStep ? group.Key.Name : null, sum, totalMicroseconds, Slowdown(sum, before?.GetValueOrDefault(group.Key)));
            })
            .OrderByDescending(part => part.ShareOfTime).ThenBy(part => part.Phase, StringComparer.Ordinal).ThenBy(part => part.Name, StringComparer.Ordinal),
    ];

    private static double? Slowdown(Tally now, Tally? before)
    {
        if (before is null || now.Durations.Count < BottleneckFinder.FewestSamples || before.Durations.Count < BottleneckFinder.FewestSamples) return null;
        var median = before.Durations.Quantile(0.5);
        return median <= 0 ? null : Math.Round(now.Durations.Quantile(0.5) / median, 3);
    }

    private IReadOnlyList<ErrorPattern> ErrorPatterns(WindowFigures figures)
    {
        var later = history.Read(window.Middle, window.To, IsFine, type, SeriesKind.Error).Series;
        var groups = figures.Of(SeriesKind.Error).Select(item => new ErrorPatternFinder.Group(
            item.Key.Type,
            history.PatternOf(item.Key.Name),
            item.Tally.Count,
            later.GetValueOrDefault(item.Key)?.Count ?? 0,
            DateTimeOffset.FromUnixTimeMilliseconds(item.Tally.FirstMs),
            DateTimeOffset.FromUnixTimeMilliseconds(item.Tally.LastMs)));
        var running = openErrors.Where(item => window.Holds(item.Error.At)).Select(item => new ErrorPatternFinder.Group(
            item.Type, item.Error, item.Error.Count, item.Error.At >= window.Middle ? item.Error.Count : 0, item.Error.At, item.Error.LastAt ?? item.Error.At));
        return ErrorPatternFinder.Find([.. groups, .. running]);
    }

    private static Dictionary<string, TFigure> ByName<TFigure>(WindowFigures figures, SeriesKind kind, Func<Tally, TFigure> figureOf) =>
        figures.Of(kind).GroupBy(item => item.Key.Name, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => figureOf(Sum(group.Select(item => item.Tally), kind)), StringComparer.Ordinal);

    private static Tally Sum(IEnumerable<Tally> tallies, SeriesKind kind = SeriesKind.Part)
    {
        var sum = new Tally();
        foreach (var tally in tallies) sum.Add(tally, kind);
        return sum;
    }
}
