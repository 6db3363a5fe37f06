using System.Text.Json.Serialization;

namespace LiveWorkflows.Events;

/// <summary>A step waits for something from outside: a person, another program, the time before its next attempt.</summary>
/// <remarks>The step is not at work until <see cref="StepResumed"/> or its end; the time is told apart, as <c>waited_ms</c>.</remarks>
public sealed record StepWaiting : WorkflowEvent
{
    /// <summary>The event's name on the wire.</summary>
    public const string Name = "step_waiting";

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

    /// <summary>What it waits for, for people.</summary>
    public string? Reason { get; init; }
}
