namespace LiveWorkflows.Alerts;

/// <summary>Where an incident stands.</summary>
public enum AlertState
{
    /// <summary>The condition holds, but not for long enough yet.</summary>
    Pending,

    /// <summary>The condition holds, or did until a moment ago.</summary>
    Firing,

    /// <summary>It is over.</summary>
    Resolved,
}
