using System.Text.Json.Serialization;

namespace LiveWorkflows.Events;

/// <summary>A step was stopped.</summary>
public sealed record StepCancelled : WorkflowEvent
{
    /// <summary>The event's name on the wire.</summary>
    public const string Name = "step_cancelled";

    /// <inheritdoc/>
    [JsonIgnore]
    public override string EventType => Name;

    /// <summary>The step's path, unique in the workflow.</summary>
    public required string StepId { get; init; }

    /// <summary>The step's name.</summary>
    public required string StepName { get; init; }

    /// <summary>The phase it belongs to; empty outside of any.</summary>
    public required string Phase { get; init; }

    /// <summary>The attempt, from 1.</summary>
    public int Attempt { get; init; }

    /// <summary>How long it took until then, in milliseconds.</summary>
    public double DurationMs { get; init; }

    /// <summary>How much of it the step waited, in milliseconds; null when it did not.</summary>
    public double? WaitedMs { get; init; }

    /// <summary>Why.</summary>
    public string? Reason { get; init; }
}
