using System.Text.Json.Serialization;
using LiveWorkflows.Errors;

namespace LiveWorkflows.Events;

/// <summary>The workflow has failed.</summary>
public sealed record WorkflowFailed : WorkflowEvent
{
    /// <summary>The event's name on the wire.</summary>
    public const string Name = "workflow_failed";

    /// <inheritdoc/>
    [JsonIgnore]
    public override string EventType => Name;

    /// <inheritdoc/>
    [JsonIgnore]
    public override bool IsTerminal => true;

    /// <summary>Why.</summary>
    public required WorkflowError Error { get; init; }

    /// <summary><c>failed</c> or <c>abandoned</c>.</summary>
    public WorkflowStatus Status { get; init; }

    /// <summary>How long it took, in milliseconds.</summary>
    public double DurationMs { get; init; }

    /// <summary>What happened.</summary>
    public required WorkflowSummary Summary { get; init; }
}
