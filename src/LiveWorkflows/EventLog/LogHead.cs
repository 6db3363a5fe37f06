namespace LiveWorkflows.EventLog;

/// <summary>Where a workflow's log stands.</summary>
/// <param name="Position">The position of the last stored batch, to be expected by the next one.</param>
/// <param name="LastSequence">The last stored event's number.</param>
/// <param name="Epoch">The highest epoch that was ever appended with.</param>
/// <param name="IsEnded">Whether a terminal event is stored.</param>
public sealed record LogHead(LogPosition Position, long LastSequence, long Epoch, bool IsEnded);
