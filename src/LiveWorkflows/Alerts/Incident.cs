namespace LiveWorkflows.Alerts;

/// <summary>An alert while rules are looked at: what it is now, when its condition held last, and whether it is quiet by an operator's word.</summary>
internal sealed class Incident(Alert alert, DateTimeOffset lastHeld)
{
    public Alert Alert { get; set; } = alert;

    public DateTimeOffset LastHeld { get; set; } = lastHeld;

    /// <summary>Resolved by an operator while the condition held: nothing new fires until it has ceased to hold once.</summary>
    public bool IsQuiet { get; set; }

    public bool IsOpen => Alert.State != AlertState.Resolved;

    /// <summary>One incident at a time has a rule and a subject.</summary>
    public (string Rule, string? Phase, string? Step) Subject => (Alert.Rule, Alert.Phase, Alert.Step);
}
