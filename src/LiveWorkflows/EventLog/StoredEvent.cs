namespace LiveWorkflows.EventLog;

/// <summary>An event as the log holds it.</summary>
/// <param name="WorkflowId">The workflow it belongs to.</param>
/// <param name="Sequence">Its number within the workflow, from 1, without a gap.</param>
/// <param name="Type">Its name on the wire, such as <c>step_complete</c>.</param>
/// <param name="Data">Its JSON object in UTF-8, on one line.</param>
/// <param name="Position">The log's own cursor behind this event; opaque, comparable only by the log that gave it.</param>
public sealed record StoredEvent(string WorkflowId, long Sequence, string Type, ReadOnlyMemory<byte> Data, LogPosition Position);
