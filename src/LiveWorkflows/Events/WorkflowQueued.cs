using System.Collections.ObjectModel;
using System.Text.Json.Serialization;

namespace LiveWorkflows.Events;

/// <summary>The workflow waits for a worker.</summary>
public sealed record WorkflowQueued : WorkflowEvent
{
    /// <summary>The event's name on the wire.</summary>
    public const string Name = "workflow_queued";

    /// <inheritdoc/>
    [JsonIgnore]
    public override string EventType => Name;

    /// <summary>The workflow's name.</summary>
    [JsonPropertyName("name")]
    public required string WorkflowName { get; init; }

    /// <summary>The workflow's type.</summary>
    [JsonPropertyName("type")]
    public string? WorkflowType { get; init; }

    /// <summary><c>queued</c>, or <c>waiting</c> when it first waits for something from outside, such as its file.</summary>
    public WorkflowStatus Status { get; init; }

    /// <summary>How many stand before it.</summary>
    public int? Position { get; init; }

    /// <summary>The caller's tags.</summary>
    public IReadOnlyDictionary<string, string> Tags { get; init; } = ReadOnlyDictionary<string, string>.Empty;

    /// <summary>The job it belongs to, where that is not its own id.</summary>
    public string? JobId { get; init; }

    /// <summary>The workflow that started it.</summary>
    public string? ParentWorkflowId { get; init; }
}
