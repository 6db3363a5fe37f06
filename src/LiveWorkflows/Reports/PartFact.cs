namespace LiveWorkflows.Reports;

/// <summary>How often a phase, or a step of it, ended in a run, how, and how long it took.</summary>
internal sealed record PartFact
{
    public required string Phase { get; init; }

    /// <summary>Null for the phase itself.</summary>
    public string? Step { get; init; }

    public long Failed { get; init; }

    public long Retries { get; init; }

    /// <summary>Its time on the run's critical path, in microseconds.</summary>
    public long PathMicroseconds { get; init; }

    public HistogramFact Durations { get; init; } = new();
}
