namespace LiveWorkflows.Reports;

/// <summary>How an error's second half of a window compares with its first.</summary>
public enum ErrorTrend
{
    /// <summary>About as often.</summary>
    Steady,

    /// <summary>Not at all in the first half.</summary>
    New,

    /// <summary>At least twice as often.</summary>
    Rising,

    /// <summary>At most half as often.</summary>
    Falling,
}
