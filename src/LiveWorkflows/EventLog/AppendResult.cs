namespace LiveWorkflows.EventLog;

/// <summary>The result of one batch.</summary>
/// <param name="Status">What became of it.</param>
/// <param name="Position">The position of the stored batch; null when it was refused.</param>
public readonly record struct AppendResult(AppendStatus Status, LogPosition? Position = null);
