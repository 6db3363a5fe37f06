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

    public IReadOnlyDictionary<string, TimerSummary> Timers { get; init; } = new Dictionary<string, TimerSummary>();

    public IReadOnlyDictionary<string, double> Counters { get; init; } = new Dictionary<string, double>();

    public IReadOnlyDictionary<string, double> Gauges { get; init; } = new Dictionary<string, double>();

    public IReadOnlyDictionary<string, double> Rates { get; init; } = new Dictionary<string, double>();

    /// <summary>Abandoned counts as failed, cancelled as neither.</summary>
    public bool HasFailed => Status is WorkflowStatus.Failed or WorkflowStatus.Abandoned;

    public static RunFact Of(WorkflowSummary summary, DateTimeOffset endedAt, IReadOnlyList<ErrorFact> errors) => new()
    {
        Type = summary.Type ?? summary.Name,
        Status = summary.Status,
        StartedAt = summary.StartedAt,
        EndedAt = endedAt,
        DurationMs = summary.DurationMs,
        Phases = [.. summary.Phases.Where(phase => phase.DurationMs is not null).Select(phase => new PartFact(phase.Name, null, phase.DurationMs!.Value, phase.Status))],
        Steps =
        [
            .. summary.Steps.Where(step => step is { DurationMs: not null, ParentStepId: null })
                .Select(step => new PartFact(step.Phase, step.Name, step.DurationMs!.Value, step.Status, step.Attempt)),
        ],
        Errors = errors,
        Timers = summary.Timers,
        Counters = summary.Counters,
        Gauges = summary.Gauges,
        Rates = summary.Rates,
    };
}
