namespace LiveWorkflows.Progress;

/// <summary>What earlier runs tell of one part of a workflow. Spreads leave out what a whole run is faster or slower by.</summary>
internal sealed record PartProfile
{
    /// <summary>The part's path, one string for all runs.</summary>
    public required string Path { get; init; }

    /// <summary>Whether it is a step that no step begins in.</summary>
    public required bool IsLeaf { get; init; }

    /// <summary>In which share of the runs it occurs.</summary>
    public required double Share { get; init; }

    /// <summary>How often it occurs in a run in which it occurs.</summary>
    public required double Count { get; init; }

    /// <summary>The variance of that count's logarithm.</summary>
    public required double CountVariance { get; init; }

    /// <summary>How many other steps its phase has; only of the step that makes up most of a phase.</summary>
    public double? CountBeside { get; init; }

    /// <summary>From the first beginning to the last end, over the count; null where no run has shown it.</summary>
    public DurationSpread? Unit { get; init; }

    /// <summary>From the last end to the end of the run; null where no run has shown it.</summary>
    public DurationSpread? Tail { get; init; }
}
