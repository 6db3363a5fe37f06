namespace LiveWorkflows;

/// <summary>What happened in a step.</summary>
public sealed record StepSummary
{
    /// <summary>The step's path, unique in the workflow.</summary>
    public required string Id { get; init; }

    /// <summary>The step's name.</summary>
    public required string Name { get; init; }

    /// <summary>The phase it belongs to; empty outside of any.</summary>
    public required string Phase { get; init; }

    /// <summary>The step it is part of.</summary>
    public string? ParentStepId { get; init; }

    /// <summary>Its number in its phase, from 1.</summary>
    public int Number { get; init; }

    /// <summary>Where it stands.</summary>
    public StepStatus Status { get; init; }

    /// <summary>How often it was tried.</summary>
    public int Attempt { get; init; } = 1;

    /// <summary>When it began.</summary>
    public DateTimeOffset StartedAt { get; init; }

    /// <summary>How long it took over all attempts, in milliseconds; null while it is open.</summary>
    public double? DurationMs { get; init; }

    /// <summary>How much of it the step waited, in milliseconds; null when it did not.</summary>
    public double? WaitedMs { get; init; }

    /// <summary>How sure its result is, 0 to 1.</summary>
    public double? Confidence { get; init; }

    /// <summary>What came of it, for people.</summary>
    public string? Detail { get; init; }

    /// <summary>The digest of the file it left.</summary>
    public string? Artifact { get; init; }
}
