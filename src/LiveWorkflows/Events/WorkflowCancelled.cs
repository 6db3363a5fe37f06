using System.Text.Json.Serialization;

namespace LiveWorkflows.Events;

/// <summary>The workflow was stopped.</summary>
public sealed record WorkflowCancelled : WorkflowEvent
{
    /// <summary>The event's name on the wire.</summary>
    public const string Name = "workflow_cancelled";

    /// <inheritdoc/>
    [JsonIgnore]
    public override string EventType => Name;

    /// <inheritdoc/>
    [JsonIgnore]
    public override bool IsTerminal => true;

    /// <summary>Why.</summary>
    public string? Reason { get; init; }

    /// <summary>Always <c>cancelled</c>.</summary>
    public WorkflowStatus Status { get; init; }

    /// <summary>How long it took, in milliseconds.</summary>
    public double DurationMs { get; init; }

    /// <summary>What happened.</summary>
    public required WorkflowSummary Summary { get; init; }
}
