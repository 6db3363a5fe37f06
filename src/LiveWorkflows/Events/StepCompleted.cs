using System.Text.Json.Serialization;

namespace LiveWorkflows.Events;

/// <summary>A step has ended well.</summary>
public sealed record StepCompleted : WorkflowEvent
{
    /// <summary>The event's name on the wire.</summary>
    public const string Name = "step_complete";

    /// <inheritdoc/>
    [JsonIgnore]
    public override string EventType => Name;

    /// <summary>The step's path, unique in the workflow.</summary>
    public required string StepId { get; init; }

    /// <summary>The step's name.</summary>
    public required string StepName { get; init; }

    /// <summary>The phase it belongs to; empty outside of any.</summary>
    public required string Phase { get; init; }

    /// <summary>Its number in its phase, from 1.</summary>
    public int StepNumber { get; init; }

    /// <summary>How many steps the phase has, as far as is known.</summary>
    public int TotalSteps { get; init; }

    /// <summary>Always <c>completed</c>.</summary>
    public StepStatus Status { get; init; }

    /// <summary>The attempt that succeeded, from 1.</summary>
    public int Attempt { get; init; }

    /// <summary>How long it took over all attempts, in milliseconds.</summary>
    public double DurationMs { get; init; }

    /// <summary>How much of it the step waited, in milliseconds; null when it did not.</summary>
    public double? WaitedMs { get; init; }

    /// <summary>How far the workflow is, 0 to 100.</summary>
    public double Percentage { get; init; }

    /// <summary>How sure the result is, 0 to 1.</summary>
    public double? Confidence { get; init; }

    /// <summary>What came of it, for people.</summary>
    public string? Detail { get; init; }

    /// <summary>The digest of the file it left.</summary>
    public string? Artifact { get; init; }
}
