namespace LiveWorkflows.Alerts;

/// <summary>An alert as the records hold it.</summary>
/// <param name="Alert">The alert.</param>
/// <param name="IsQuiet">Whether an operator resolved it while its condition held, which holds still.</param>
internal sealed record AlertRecord(Alert Alert, bool IsQuiet);
