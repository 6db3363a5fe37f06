namespace LiveWorkflows.Client;

/// <summary>How dearly a report is held where there is no room for all of them.</summary>
internal enum ReportWorth
{
    /// <summary>Progress, measurements and lines of log: the next ones tell nearly the same.</summary>
    Detail,

    /// <summary>Errors, warnings and what a program says of its own.</summary>
    Notice,

    /// <summary>Phases, steps and the end.</summary>
    Lifecycle,
}
