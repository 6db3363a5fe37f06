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

    internal static PartFigures Of(string name, string? phase, IReadOnlyCollection<PartFact> facts, double totalMs)
    {
        var figures = DurationFigures.Of(facts.Select(fact => fact.DurationMs));
        return new PartFigures
        {
            Name = name,
            Phase = phase,
            Count = figures.Count,
            Failed = facts.Count(fact => fact.Status == StepStatus.Failed),
            Retries = facts.Sum(fact => fact.Attempts - 1),
            Average = figures.Average,
            Min = figures.Min,
            Max = figures.Max,
            P50 = figures.P50,
            P95 = figures.P95,
            P99 = figures.P99,
            ShareOfTime = totalMs <= 0 ? 0 : Math.Round(Math.Min(1, facts.Sum(fact => fact.DurationMs) / totalMs), 4),
        };
    }
}
