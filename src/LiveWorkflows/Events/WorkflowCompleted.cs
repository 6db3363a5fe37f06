using System.Text.Json;
using System.Text.Json.Serialization;

namespace LiveWorkflows.Events;

/// <summary>The workflow has ended well.</summary>
public sealed record WorkflowCompleted : WorkflowEvent
{
    /// <summary>The event's name on the wire.</summary>
    public const string Name = "workflow_complete";

    /// <inheritdoc/>
    [JsonIgnore]
    public override string EventType => Name;

    /// <inheritdoc/>
    [JsonIgnore]
    public override bool IsTerminal => true;

    /// <summary>The caller's result; <c>{}</c> by default.</summary>
    public JsonElement Result { get; init; }

    /// <summary>Always <c>completed</c>.</summary>
    public WorkflowStatus Status { get; init; }

    /// <summary>How long it took, in milliseconds.</summary>
    public double DurationMs { get; init; }

    /// <summary>What happened.</summary>
    public required WorkflowSummary Summary { get; init; }
}
