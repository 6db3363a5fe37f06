namespace LiveWorkflows.Progress;

/// <summary>A step that is open in the run at hand.</summary>
internal sealed class OpenStep(RunPart? part, OpenStep? parent, PhaseCount? phase, double begunAt)
{
    /// <summary>The part it is an occurrence of; null where there are too many to tell apart.</summary>
    public RunPart? Part { get; } = part;

    public OpenStep? Parent { get; } = parent;

    /// <summary>The phase that counts it; null for a step within a step.</summary>
    public PhaseCount? Phase { get; } = phase;

    /// <summary>In milliseconds at work since the start.</summary>
    public double BegunAt { get; } = begunAt;

    public bool IsOpen { get; set; } = true;

    public int OpenSteps { get; set; }

    public bool IsWaiting { get; set; }

    /// <summary>Whether it was tried again, so that what it reported of itself belongs to an earlier attempt.</summary>
    public bool IsRetried { get; set; }
}
