using System.Globalization;

namespace LiveWorkflows.Reports;

/// <summary>Finds the steps that hold up the runs.</summary>
internal static class BottleneckFinder
{
    /// <summary>The part of the critical path from which a step is called a bottleneck.</summary>
    private const double LargeShare = 0.25;

    /// <summary>How much slower than in the hour before a step must be, and by how much at least, in milliseconds.</summary>
    private const double MuchSlower = 1.5;
    private const double LeastDifferenceMs = 5;

    /// <summary>How many samples a median needs on either side to be compared.</summary>
    public const int FewestSamples = 5;

    private const int Most = 10;

    public static IReadOnlyList<Bottleneck> Find(IEnumerable<PartFigures> steps) =>
    [
        .. steps.Where(step => step.ShareOfCriticalPath >= LargeShare || HasSlowed(step))
            .Select(step => new Bottleneck(step.Phase ?? "", step.Name, ReasonOf(step), step.ShareOfTime, step.ShareOfCriticalPath, step.Slowdown))
            .OrderByDescending(found => found.ShareOfCriticalPath).ThenByDescending(found => found.Slowdown ?? 0)
            .ThenBy(found => found.Phase, StringComparer.Ordinal).ThenBy(found => found.Step, StringComparer.Ordinal)
            .Take(Most),
    ];

    private static bool HasSlowed(PartFigures step) => step is { Slowdown: >= MuchSlower, P50: { } median } && median - median / step.Slowdown >= LeastDifferenceMs;

    private static string ReasonOf(PartFigures step)
    {
        var slower = HasSlowed(step)
            ? string.Create(CultureInfo.InvariantCulture, $"its median of {step.P50:0.#} ms is {step.Slowdown:0.0} times that of the hour before")
            : null;
        if (step.ShareOfCriticalPath < LargeShare) return $"It has become slow: {slower}.";
        var share = string.Create(CultureInfo.InvariantCulture, $"It is {Math.Round(step.ShareOfCriticalPath * 100)} % of the runs' critical path");
        return slower is null ? $"{share}." : $"{share}, and {slower}.";
    }
}
