namespace LiveWorkflows.Reports;

/// <summary>Makes a report of facts.</summary>
internal static class ReportBuilder
{
    /// <summary>The part of the time from which a step is called a bottleneck.</summary>
    private const double LargeShare = 0.25;

    /// <summary>What one run may put into a timer's quantiles.</summary>
    private const int MostSamples = 100;

    public static WorkflowReport Build(
        DateTimeOffset from, DateTimeOffset to, IReadOnlyCollection<RunFact> facts, IReadOnlyCollection<WorkflowEntry> open,
        IReadOnlyCollection<(string Type, ErrorFact Error)> openErrors, TrackerStatistics tracker)
    {
        RunFact[] ended = [.. facts.Where(fact => IsIn(fact.EndedAt)).OrderBy(fact => fact.EndedAt)];
        var completed = ended.Count(fact => fact.Status == WorkflowStatus.Completed);
        var failed = ended.Count(fact => fact.HasFailed);
        var totalMs = ended.Sum(fact => fact.DurationMs);
        var steps = Parts(ended.SelectMany(fact => fact.Steps), totalMs);
        return new WorkflowReport
        {
            From = from,
            To = to,
            Workflows = new RunCounts(
                facts.Count(fact => IsIn(fact.StartedAt)) + open.Count(entry => IsIn(entry.StartedAt)),
                completed,
                failed,
                ended.Length - completed - failed,
                open.Count(entry => entry.StartedAt is not null),
                completed + failed == 0 ? 0 : (double)failed / (completed + failed),
                Math.Round(ended.Length / (to - from).TotalMinutes, 4)),
            DurationMs = DurationFigures.Of(ended.Where(fact => fact.Status != WorkflowStatus.Cancelled).Select(fact => fact.DurationMs)),
            Phases = Parts(ended.SelectMany(fact => fact.Phases), totalMs),
            Steps = steps,
            Bottlenecks =
            [
                .. steps.Where(step => step.ShareOfTime >= LargeShare)
                    .Select(step => new Bottleneck(step.Phase ?? "", step.Name, "takes a large part of the time", step.ShareOfTime)),
            ],
            ErrorPatterns = ErrorPatterns(from, to, facts, openErrors),
            Timers = ByName(ended, fact => fact.Timers, timers => Timer([.. timers])),
            Counters = ByName(ended, fact => fact.Counters, values => values.Sum()),
            Gauges = ByName(ended, fact => fact.Gauges, values => values.Last()),
            Rates = ByName(ended, fact => fact.Rates, values => Math.Round(values.Average(), 4)),
            Tracker = TrackerFigures.Of(tracker),
        };

        bool IsIn(DateTimeOffset? at) => at > from && at <= to;
    }

    public static IReadOnlyList<ErrorPattern> ErrorPatterns(
        DateTimeOffset from, DateTimeOffset to, IEnumerable<RunFact> facts, IEnumerable<(string Type, ErrorFact Error)> openErrors) =>
    [
        .. facts.SelectMany(fact => fact.Errors.Select(error => (fact.Type, Error: error))).Concat(openErrors)
            .Where(item => item.Error.At > from && item.Error.At <= to)
            .GroupBy(item => item.Error.Fingerprint, StringComparer.Ordinal)
            .Select(group =>
            {
                var newest = group.MaxBy(item => item.Error.At).Error;
                return new ErrorPattern
                {
                    Fingerprint = group.Key,
                    Code = newest.Code,
                    Title = newest.Title,
                    Category = newest.Category,
                    Phase = newest.Phase,
                    Count = group.Count(),
                    FirstSeen = group.Min(item => item.Error.At),
                    LastSeen = newest.At,
                    WorkflowTypes = [.. group.Select(item => item.Type).Distinct().Order(StringComparer.Ordinal)],
                    RecoverySuggestions = newest.RecoverySuggestions,
                };
            })
            .OrderByDescending(pattern => pattern.Count).ThenByDescending(pattern => pattern.LastSeen),
    ];

    private static IReadOnlyList<PartFigures> Parts(IEnumerable<PartFact> facts, double totalMs) =>
    [
        .. facts.GroupBy(fact => (fact.Phase, fact.Step))
            .Select(group => PartFigures.Of(group.Key.Step ?? group.Key.Phase, group.Key.Step is null ? null : group.Key.Phase, [.. group], totalMs))
            .OrderByDescending(part => part.ShareOfTime).ThenBy(part => part.Name, StringComparer.Ordinal),
    ];

    private static Dictionary<string, TFigure> ByName<TValue, TFigure>(
        IEnumerable<RunFact> facts, Func<RunFact, IReadOnlyDictionary<string, TValue>> valuesOf, Func<IEnumerable<TValue>, TFigure> figureOf) =>
        facts.SelectMany(valuesOf).GroupBy(value => value.Key, value => value.Value, StringComparer.Ordinal)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => figureOf(group), StringComparer.Ordinal);

    private static DurationFigures Timer(IReadOnlyCollection<TimerSummary> timers)
    {
        var count = timers.Sum(timer => timer.Count);
        var figures = DurationFigures.Of(timers.SelectMany(Samples));
        return count == 0 ? figures : figures with { Count = count, Average = Math.Round(timers.Sum(timer => timer.SumMs) / count, 3) };
    }

    /// <summary>A run tells of a timer how often, how long together, the shortest and the longest: up to three samples follow exactly, more of them by their mean.</summary>
    private static IEnumerable<double> Samples(TimerSummary timer)
    {
        if (timer.Count > 0) yield return timer.MinMs;
        if (timer.Count > 1) yield return timer.MaxMs;
        for (var i = 2L; i < Math.Min(timer.Count, MostSamples); i++) yield return (timer.SumMs - timer.MinMs - timer.MaxMs) / (timer.Count - 2);
    }
}
