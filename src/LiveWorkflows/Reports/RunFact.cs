namespace LiveWorkflows.Reports;

/// <summary>What remains of a run when it is over: figures and codes, nothing that tells whose run it was.</summary>
internal sealed record RunFact
{
    public required string Type { get; init; }

    public required WorkflowStatus Status { get; init; }

    public DateTimeOffset? StartedAt { get; init; }

    public required DateTimeOffset EndedAt { get; init; }

    public required double DurationMs { get; init; }

    public IReadOnlyList<PartFact> Phases { get; init; } = [];

    public IReadOnlyList<PartFact> Steps { get; init; } = [];

    public IReadOnlyList<ErrorFact> Errors { get; init; } = [];

    public IReadOnlyDictionary<string, HistogramFact> Timings { get; init; } = new Dictionary<string, HistogramFact>();

    public IReadOnlyDictionary<string, double> Counters { get; init; } = new Dictionary<string, double>();

    public IReadOnlyDictionary<string, double> Gauges { get; init; } = new Dictionary<string, double>();

    public IReadOnlyDictionary<string, double> Rates { get; init; } = new Dictionary<string, double>();

    /// <summary>Abandoned counts as failed, cancelled as neither.</summary>
    public bool HasFailed => Status is WorkflowStatus.Failed or WorkflowStatus.Abandoned;
}
