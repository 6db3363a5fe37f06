namespace LiveWorkflows.Alerts;

/// <summary>How urgent an alert is.</summary>
public enum AlertSeverity
{
    /// <summary>Good to know.</summary>
    Info,

    /// <summary>Somebody should look at it in the course of the day.</summary>
    Warning,

    /// <summary>Somebody should look at it now.</summary>
    Critical,
}
