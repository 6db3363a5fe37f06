namespace LiveWorkflows.Metrics;

/// <summary>What a series counts.</summary>
internal enum SeriesKind
{
    /// <summary>The runs of a type of workflow.</summary>
    Run,

    /// <summary>A phase of a type of workflow, or a step in it.</summary>
    Part,

    /// <summary>A timer.</summary>
    Timer,

    /// <summary>A counter: the sum of the runs' values.</summary>
    Counter,

    /// <summary>A gauge: the value of the run that ended last.</summary>
    Gauge,

    /// <summary>A rate: the mean of the runs' values.</summary>
    Rate,

    /// <summary>An error by kind, place and wording.</summary>
    Error,
}
