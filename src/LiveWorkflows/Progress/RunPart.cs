namespace LiveWorkflows.Progress;

/// <summary>A part of the run at hand: a phase, or all steps of one name in one place. Times are milliseconds at work since the start.</summary>
internal sealed class RunPart(string path, RunPart? parent, bool isStep)
{
    private Dictionary<string, RunPart>? _steps;

    public string Path => Profile?.Path ?? path;

    public RunPart? Parent { get; } = parent;

    public bool IsStep { get; } = isStep;

    public PartProfile? Profile { get; set; }

    public int Started { get; private set; }

    public int Ended { get; private set; }

    public int Completed { get; private set; }

    public int Open => Started - Ended;

    /// <summary>When it first began; where it has one occurrence only, when that one's last attempt began.</summary>
    public double FirstAt { get; private set; }

    /// <summary>When its last occurrence began.</summary>
    public double BegunAt { get; private set; }

    public double EndedAt { get; private set; }

    /// <summary>How many steps were announced of it, where it is a phase.</summary>
    public int? ExpectedSteps { get; set; }

    /// <summary>The part below it that ended last and of which it is known how long a run goes on from there.</summary>
    public RunPart? LastEndedBelow { get; private set; }

    /// <summary>What it tells of this run's pace: precision, and precision times the logarithm of how much slower it was.</summary>
    public (double Weight, double Sum) Pace { get; set; }

    /// <summary>The estimate in which it was last found to hold something open that is known.</summary>
    public int CoveredIn { get; set; }

    public bool IsLeaf => IsStep && _steps is null;

    public IEnumerable<RunPart> Steps => _steps?.Values ?? Enumerable.Empty<RunPart>();

    public RunPart? Find(string name) => _steps?.GetValueOrDefault(name);

    public RunPart Add(string name, string path)
    {
        var step = new RunPart(path, this, isStep: true);
        (_steps ??= new Dictionary<string, RunPart>(StringComparer.Ordinal)).Add(name, step);
        return step;
    }

    public void Begin(double at)
    {
        if (Started++ == 0) FirstAt = at;
        BegunAt = at;
    }

    /// <summary>Its one occurrence is tried again: what went before was for nothing.</summary>
    public void BeginAgain(double at)
    {
        if (Started == 1 && Open == 1) FirstAt = BegunAt = at;
    }

    public void End(double at, bool isCompleted)
    {
        Ended++;
        EndedAt = at;
        if (isCompleted) Completed++;
        if (Profile?.Tail is null) return;
        for (var above = Parent; above is not null; above = above.Parent) above.LastEndedBelow = this;
    }

    public bool IsBelow(RunPart part)
    {
        for (var above = Parent; above is not null; above = above.Parent)
        {
            if (ReferenceEquals(above, part)) return true;
        }

        return false;
    }

    /// <summary>What it teaches; <paramref name="total"/> is the run's time at work where that ended well.</summary>
    public PartDurations ToDurations(double? total) => new(
        Path, IsLeaf, Ended, Completed * 2 >= Ended ? Math.Max(0, EndedAt - FirstAt) : null, total is { } all ? Math.Max(0, all - EndedAt) : null);
}
