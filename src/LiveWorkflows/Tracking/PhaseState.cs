namespace LiveWorkflows.Tracking;

/// <summary>A phase as the events so far tell it.</summary>
internal sealed class PhaseState
{
    public required string Name { get; init; }
    public required int Index { get; init; }
    public required DateTimeOffset StartedAt { get; init; }
    public int? ExpectedSteps { get; init; }
    public StepStatus Status { get; set; } = StepStatus.Running;
    public double? DurationMs { get; set; }

    /// <summary>Top-level steps that began and that ended.</summary>
    public int StepsSeen { get; set; }

    public int StepsEnded { get; set; }

    /// <summary>What was reported of the phase itself, and what its steps say.</summary>
    public double? OwnConfidence { get; set; }

    public RunningMean StepConfidence { get; } = new();

    public double? Confidence => OwnConfidence ?? StepConfidence.Value;

    public bool IsOpen => Status is StepStatus.Running;

    public int TotalSteps => Math.Max(ExpectedSteps ?? 0, StepsSeen);

    public PhaseSummary ToSummary() => new(Name, Index, Status, StartedAt, DurationMs, ExpectedSteps, Confidence);
}
