namespace LiveWorkflows.Progress;

/// <summary>What the earlier runs of one type of workflow tell. Immutable.</summary>
internal sealed record DurationProfile
{
    /// <summary>How long a run takes at work, apart from what the whole run is faster or slower by.</summary>
    public required DurationSpread Total { get; init; }

    /// <summary>The variance, on the logarithm, of what a whole run is faster or slower by.</summary>
    public required double PaceVariance { get; init; }

    /// <summary>Its parts, by path.</summary>
    public required IReadOnlyDictionary<string, PartProfile> Parts { get; init; }
}
