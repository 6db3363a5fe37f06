using System.Text.Json.Serialization;
using LiveWorkflows.Errors;

namespace LiveWorkflows.Events;

/// <summary>A step is tried again.</summary>
public sealed record StepRetried : WorkflowEvent
{
    /// <summary>The event's name on the wire.</summary>
    public const string Name = "step_retry";

    /// <inheritdoc/>
    [JsonIgnore]
    public override string EventType => Name;

    /// <summary>The step's path, unique in the workflow.</summary>
    public required string StepId { get; init; }

    /// <summary>The step's name.</summary>
    public required string StepName { get; init; }

    /// <summary>The phase it belongs to; empty outside of any.</summary>
    public required string Phase { get; init; }

    /// <summary>The attempt that begins, from 2.</summary>
    public int Attempt { get; init; }

    /// <summary>How long is waited before it, in milliseconds.</summary>
    public double? DelayMs { get; init; }

    /// <summary>Why the attempt before failed.</summary>
    public WorkflowError? Error { get; init; }
}
