using System.Text.Json.Serialization;

namespace LiveWorkflows.Events;

/// <summary>A phase has ended.</summary>
public sealed record PhaseCompleted : WorkflowEvent
{
    /// <summary>The event's name on the wire.</summary>
    public const string Name = "phase_complete";

    /// <inheritdoc/>
    [JsonIgnore]
    public override string EventType => Name;

    /// <summary>The phase's name.</summary>
    public required string Phase { get; init; }

    /// <summary>Its number, from 1.</summary>
    public int PhaseIndex { get; init; }

    /// <summary>How many phases are planned; null when none were.</summary>
    public int? PhaseCount { get; init; }

    /// <summary>How it ended.</summary>
    public StepStatus Status { get; init; }

    /// <summary>How long it took, in milliseconds.</summary>
    public double DurationMs { get; init; }

    /// <summary>How sure its result is, 0 to 1: what was reported of the phase itself, else the mean of its steps.</summary>
    public double? Confidence { get; init; }
}
