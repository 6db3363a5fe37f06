using System.Collections.ObjectModel;
using System.Text.Json.Serialization;

namespace LiveWorkflows.Events;

/// <summary>The workflow's work begins.</summary>
public sealed record WorkflowStarted : WorkflowEvent
{
    /// <summary>The event's name on the wire.</summary>
    public const string Name = "workflow_started";

    /// <inheritdoc/>
    [JsonIgnore]
    public override string EventType => Name;

    /// <summary>The workflow's name.</summary>
    [JsonPropertyName("name")]
    public required string WorkflowName { get; init; }

    /// <summary>The workflow's type.</summary>
    [JsonPropertyName("type")]
    public string? WorkflowType { get; init; }

    /// <summary>The caller's tags.</summary>
    public IReadOnlyDictionary<string, string> Tags { get; init; } = ReadOnlyDictionary<string, string>.Empty;

    /// <summary>The phases that are expected, in order.</summary>
    public IReadOnlyList<PlannedPhase> Phases { get; init; } = [];

    /// <summary>How long it is expected to take, in milliseconds; null when nothing is known.</summary>
    public double? EstimatedDurationMs { get; init; }

    /// <summary>The job it belongs to, where that is not its own id.</summary>
    public string? JobId { get; init; }

    /// <summary>The workflow that started it.</summary>
    public string? ParentWorkflowId { get; init; }

    /// <summary>The version of the wire contract.</summary>
    public int V { get; init; }
}
