using LiveWorkflows.Metrics;

namespace LiveWorkflows.Reports;

/// <summary>Figures of a phase, or of a step of it; durations in milliseconds.</summary>
public sealed record PartFigures
{
    /// <summary>The phase's or the step's name.</summary>
    public required string Name { get; init; }

    /// <summary>A step's phase.</summary>
    public string? Phase { get; init; }

    /// <summary>How often it ended.</summary>
    public long Count { get; init; }

    /// <summary>How often it failed.</summary>
    public int Failed { get; init; }

    /// <summary>How often it was tried again.</summary>
    public int Retries { get; init; }

    /// <summary>The mean.</summary>
    public double? Average { get; init; }

    /// <summary>The shortest.</summary>
    public double? Min { get; init; }

    /// <summary>The longest.</summary>
    public double? Max { get; init; }

    /// <summary>The median.</summary>
    public double? P50 { get; init; }

    /// <summary>The 95th percentile.</summary>
    public double? P95 { get; init; }

    /// <summary>The 99th percentile.</summary>
    public double? P99 { get; init; }

    /// <summary>Of the time of all runs in the window, 0 to 1.</summary>
    public double ShareOfTime { get; init; }

    /// <summary>Of the critical path of all runs in the window, 0 to 1: the time that the runs waited for nothing else.</summary>
    public double ShareOfCriticalPath { get; init; }

    /// <summary>How often its median is that of the hour before the window; null when there are too few to say.</summary>
    public double? Slowdown { get; init; }

    internal static PartFigures Of(string name, string? phase, Tally tally, long totalMicroseconds, double? slowdown)
    {
        var figures = DurationFigures.Of(tally.Durations);
        return new PartFigures
        {
            Name = name,
            Phase = phase,
            Count = figures.Count,
            Failed = (int)tally.Failed,
            Retries = (int)tally.Retries,
            Average = figures.Average,
            Min = figures.Min,
            Max = figures.Max,
            P50 = figures.P50,
            P95 = figures.P95,
            P99 = figures.P99,
            ShareOfTime = Share(tally.Durations.Sum, totalMicroseconds),
            ShareOfCriticalPath = Share(tally.PathMicroseconds, totalMicroseconds),
            Slowdown = slowdown,
        };
    }

    private static double Share(long part, long whole) => whole <= 0 ? 0 : Math.Round(Math.Min(1, (double)part / whole), 4);
}
