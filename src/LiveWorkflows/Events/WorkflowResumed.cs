using System.Text.Json.Serialization;

namespace LiveWorkflows.Events;

/// <summary>A worker takes the workflow up where another left it.</summary>
public sealed record WorkflowResumed : WorkflowEvent
{
    /// <summary>The event's name on the wire.</summary>
    public const string Name = "workflow_resumed";

    /// <inheritdoc/>
    [JsonIgnore]
    public override string EventType => Name;

    /// <summary>The fencing epoch of the new writer.</summary>
    public long Epoch { get; init; }
}
