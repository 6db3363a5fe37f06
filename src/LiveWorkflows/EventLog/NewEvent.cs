namespace LiveWorkflows.EventLog;

/// <summary>An event on its way into the log.</summary>
/// <param name="Sequence">The event's number within its workflow, from 1.</param>
/// <param name="Type">The event's name on the wire, such as <c>step_complete</c>.</param>
/// <param name="Data">The event's JSON object in UTF-8, on one line.</param>
/// <param name="IsTerminal">Whether the workflow ends with this event.</param>
public readonly record struct NewEvent(long Sequence, string Type, ReadOnlyMemory<byte> Data, bool IsTerminal = false);
