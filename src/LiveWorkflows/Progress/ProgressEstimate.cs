using LiveWorkflows.Events;

namespace LiveWorkflows.Progress;

/// <summary>How far a workflow is, and how long it still takes.</summary>
internal readonly record struct ProgressEstimate
{
    /// <summary>Of the whole, 0 to 1.</summary>
    public required double Fraction { get; init; }

    /// <summary>Of the open phase, 0 to 1.</summary>
    public required double? PhaseFraction { get; init; }

    /// <summary>Steps over all phases, as far as is known.</summary>
    public required int TotalSteps { get; init; }

    /// <summary>Whether neither a plan nor earlier runs tell the whole.</summary>
    public required bool IsIndeterminate { get; init; }

    /// <summary>What is likely to remain; null where nothing is known.</summary>
    public RemainingTime? Remaining { get; init; }

    /// <summary>What that rests on.</summary>
    public EtaBasis Basis { get; init; }
}
