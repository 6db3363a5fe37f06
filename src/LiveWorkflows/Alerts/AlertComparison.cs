namespace LiveWorkflows.Alerts;

/// <summary>On which side of the threshold an alert's condition holds.</summary>
public enum AlertComparison
{
    /// <summary>Above it.</summary>
    Above,

    /// <summary>Below it.</summary>
    Below,
}
