using System.Text.Json.Serialization;

namespace LiveWorkflows.Events;

/// <summary>A step begins.</summary>
public sealed record StepStarted : WorkflowEvent
{
    /// <summary>The event's name on the wire.</summary>
    public const string Name = "step_started";

    /// <inheritdoc/>
    [JsonIgnore]
    public override string EventType => Name;

    /// <summary>The step's path, unique in the workflow.</summary>
    public required string StepId { get; init; }

    /// <summary>The step's name.</summary>
    public required string StepName { get; init; }

    /// <summary>The phase it belongs to; empty outside of any.</summary>
    public required string Phase { get; init; }

    /// <summary>The step it is part of.</summary>
    public string? ParentStepId { get; init; }

    /// <summary>Its number in its phase, from 1.</summary>
    public int StepNumber { get; init; }

    /// <summary>How many steps the phase has, as far as is known; never below those seen.</summary>
    public int TotalSteps { get; init; }

    /// <summary>What the program that reports the step calls it, where that is another one.</summary>
    public string? ClientStepId { get; init; }

    /// <summary>Which attempt this is, from 1.</summary>
    public int Attempt { get; init; }
}
