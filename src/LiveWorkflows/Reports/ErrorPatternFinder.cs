using LiveWorkflows.Metrics;

namespace LiveWorkflows.Reports;

/// <summary>Joins errors into patterns: by fingerprint, then by the wording of their templates.</summary>
internal static class ErrorPatternFinder
{
    private const int Most = 200;

    /// <summary>Errors that count as one thing already: one type of workflow, one fingerprint, one template.</summary>
    public sealed record Group(string Type, ErrorFact Fact, long Count, long LaterCount, DateTimeOffset FirstSeen, DateTimeOffset LastSeen);

    public static IReadOnlyList<ErrorPattern> Find(IReadOnlyCollection<Group> groups)
    {
        var total = groups.Sum(group => group.Count);
        return
        [
            .. groups.GroupBy(PlaceOf, StringComparer.Ordinal).SelectMany(ByWording).Select(group => PatternOf([.. group.Groups], group.Template, total))
                .OrderByDescending(pattern => pattern.Count).ThenByDescending(pattern => pattern.LastSeen)
                .ThenBy(pattern => pattern.Fingerprint, StringComparer.Ordinal).ThenBy(pattern => pattern.Template, StringComparer.Ordinal)
                .Take(Most),
        ];
    }

    /// <summary>The fingerprint; but steps that differ in numbers only have one of their own each, and are one place all the same.</summary>
    private static string PlaceOf(Group group) => group.Fact.Step is { } step && step.Contains('<', StringComparison.Ordinal)
        ? $"{group.Fact.Code}\n{group.Fact.Phase}\n{step}"
        : group.Fact.Fingerprint;

    private static IEnumerable<(string? Template, IEnumerable<Group> Groups)> ByWording(IEnumerable<Group> place)
    {
        var groups = place.ToList();
        var joined = TemplateClusters.Of(groups.Select(group => group.Fact.Template).OfType<string>());
        return groups.GroupBy(group => group.Fact.Template is { } template ? joined[template] : null).Select(wording => (wording.Key, wording.AsEnumerable()));
    }

    private static ErrorPattern PatternOf(IReadOnlyCollection<Group> groups, string? template, long total)
    {
        var count = groups.Sum(group => group.Count);
        var newest = groups.OrderByDescending(group => group.LastSeen).ThenBy(group => group.Fact.Fingerprint, StringComparer.Ordinal).First().Fact;
        return new ErrorPattern
        {
            Fingerprint = groups.Min(group => group.Fact.Fingerprint) ?? "",
            Code = newest.Code,
            Title = newest.Title,
            Category = newest.Category,
            Phase = newest.Phase,
            Phases = [.. groups.Select(group => group.Fact.Phase).OfType<string>().Distinct().Order(StringComparer.Ordinal)],
            Step = newest.Step,
            Template = template,
            Count = (int)Math.Min(int.MaxValue, count),
            Share = Math.Round((double)count / total, 4),
            Trend = TrendOf(count - groups.Sum(group => group.LaterCount), groups.Sum(group => group.LaterCount)),
            FirstSeen = groups.Min(group => group.FirstSeen),
            LastSeen = groups.Max(group => group.LastSeen),
            WorkflowTypes = [.. groups.Select(group => group.Type).Distinct().Order(StringComparer.Ordinal)],
            RecoverySuggestions = newest.RecoverySuggestions,
        };
    }

    private static ErrorTrend TrendOf(long earlier, long later) =>
        earlier == 0 ? ErrorTrend.New : later >= 2 * earlier ? ErrorTrend.Rising : later * 2 <= earlier ? ErrorTrend.Falling : ErrorTrend.Steady;
}
