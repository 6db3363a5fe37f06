namespace LiveWorkflows.Tracking;

/// <summary>A step as the events so far tell it.</summary>
internal sealed class StepState
{
    public required string Id { get; init; }
    public required string Name { get; init; }
    public required string Phase { get; init; }
    public string? ParentId { get; init; }
    public int Number { get; init; }
    public required DateTimeOffset StartedAt { get; init; }
    public StepStatus Status { get; set; } = StepStatus.Running;
    public int Attempt { get; set; } = 1;
    public double? DurationMs { get; set; }
    public double? WaitedMs { get; set; }
    public double? Confidence { get; set; }
    public string? Detail { get; set; }
    public string? Artifact { get; set; }

    /// <summary>The scope that reports of it in this process; not part of the fold.</summary>
    public StepScope? Scope { get; set; }

    /// <summary>When it began, in ticks finer than the wire's milliseconds; not part of the fold.</summary>
    public long BegunTicks { get; set; }

    /// <summary>When its present wait began.</summary>
    public long WaitingSinceTicks { get; set; }

    /// <summary>The call by which it is spoken of; not part of the fold.</summary>
    public int Index { get; set; } = -1;

    /// <summary>Whether an earlier worker began it; not part of the fold.</summary>
    public bool WasReplayed { get; set; }

    public bool IsOpen => Status is StepStatus.Running or StepStatus.Waiting;

    public bool IsWaiting => Status is StepStatus.Waiting;

    public StepSummary ToSummary() => new()
    {
        Id = Id,
        Name = Name,
        Phase = Phase,
        ParentStepId = ParentId,
        Number = Number,
        Status = Status,
        Attempt = Attempt,
        StartedAt = StartedAt,
        DurationMs = DurationMs,
        WaitedMs = WaitedMs,
        Confidence = Confidence,
        Detail = Detail,
        Artifact = Artifact,
    };
}
