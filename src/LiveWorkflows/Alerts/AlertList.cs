namespace LiveWorkflows.Alerts;

/// <summary>Alerts, newest first.</summary>
/// <param name="Alerts">The alerts.</param>
public sealed record AlertList(IReadOnlyList<Alert> Alerts);
