using System.Diagnostics;
using System.Text.Json.Serialization;

namespace LiveWorkflows.Events;

/// <summary>Something that happened in a workflow, as every client sees it and as the log keeps it.</summary>
public abstract record WorkflowEvent
{
    /// <summary>The workflow it happened in.</summary>
    [JsonPropertyOrder(-4)]
    public string WorkflowId { get; init; } = "";

    /// <summary>The event's number in its workflow: 1, 2, 3 … without a gap.</summary>
    [JsonPropertyOrder(-3)]
    public long Seq { get; init; }

    /// <summary>When it happened.</summary>
    [JsonPropertyOrder(-2)]
    public DateTimeOffset Timestamp { get; init; }

    /// <summary>Joins what belongs together across programs; the trace id of an incoming <c>traceparent</c>, where there was one.</summary>
    [JsonPropertyOrder(-1)]
    public string? CorrelationId { get; init; }

    /// <summary>How far a program outside had numbered its reports when this was stored with them; null for what was not reported from outside.</summary>
    [JsonPropertyOrder(-1)]
    public long? ClientSeq { get; init; }

    /// <summary>The span that begins with this event, in the process that made both; no part of the event.</summary>
    internal Activity? Span { get; init; }

    /// <summary>The event's name on the wire, such as <c>step_complete</c>.</summary>
    [JsonIgnore]
    public abstract string EventType { get; }

    /// <summary>Whether the workflow ends with this event.</summary>
    [JsonIgnore]
    public virtual bool IsTerminal => false;
}
