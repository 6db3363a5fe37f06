namespace LiveWorkflows.Alerts;

/// <summary>What an alert rule looks at; durations in milliseconds, fractions 0 to 1.</summary>
public enum AlertMetric
{
    /// <summary>Failed runs of all completed and failed ones in the window.</summary>
    ErrorRate,

    /// <summary>Runs that failed in the window.</summary>
    FailedRuns,

    /// <summary>Errors that were reported in the window, of one code where the rule names it.</summary>
    Errors,

    /// <summary>The median duration of the runs that ended in the window.</summary>
    DurationP50,

    /// <summary>The 95th percentile of it.</summary>
    DurationP95,

    /// <summary>The 99th percentile of it.</summary>
    DurationP99,

    /// <summary>Runs that ended, per minute of the window.</summary>
    ThroughputPerMinute,

    /// <summary>Workflows at work now.</summary>
    Active,

    /// <summary>Workflows that wait to be begun.</summary>
    QueueDepth,

    /// <summary>Workflows at work that have said nothing for the length of the window.</summary>
    StuckWorkflows,

    /// <summary>The 95th percentile of a step's duration in the window; each step by itself.</summary>
    StepDurationP95,

    /// <summary>How many times a step's median in the window is that of the hour before it; each step by itself.</summary>
    StepSlowdown,
}
