using LiveWorkflows.Events;
using LiveWorkflows.Tracking;

namespace LiveWorkflows.Progress;

/// <summary>How far one run is: a fold over its events, and an estimate of it at any time.</summary>
/// <remarks>
/// Used by one thread at a time. An event costs the same however long the run is; an estimate costs by what is open. Parts are told apart
/// by the names of phases and steps, at most <see cref="MaxParts"/>; steps beyond are counted only.
/// </remarks>
internal sealed partial class RunProgress
{
    public const int MaxParts = 256;
    private const int LongestPath = 200;

    private readonly Dictionary<string, OpenStep> _steps = new(StringComparer.Ordinal);
    private readonly Dictionary<string, RunPart> _phases = new(StringComparer.Ordinal);
    private readonly List<PhaseCount> _openPhases = [];
    private readonly StepCounts _counts = new();
    private readonly RunClock _clock = new();
    private readonly HistoryEstimator _estimator = new();
    private int _parts;
    private int _leaves;
    private int _waiting;
    private int _ended;

    /// <summary>What the run teaches; null before its end.</summary>
    public RunDurations? Taught { get; private set; }

    public void Apply(WorkflowEvent happened)
    {
        var now = happened.Timestamp;
        switch (happened)
        {
            case WorkflowStarted started:
                _clock.Begin(now);
                _counts.Plan(started.Phases);
                break;
            case WorkflowResumed:
                _clock.Resume(now);
                break;
            case PhaseStarted started:
                Begin(started, _clock.At(now));
                break;
            case PhaseCompleted ended:
                End(ended, _clock.At(now));
                break;
            case StepStarted started:
                Begin(started, now);
                break;
            case StepRetried retried when _steps.TryGetValue(retried.StepId, out var again):
                again.IsRetried = true;
                again.Part?.BeginAgain(_clock.At(now) + Math.Max(0, retried.DelayMs ?? 0));
                break;
            case StepWaiting waiting when _steps.TryGetValue(waiting.StepId, out var paused):
                Wait(paused, true, now);
                break;
            case StepResumed resumed when _steps.TryGetValue(resumed.StepId, out var atWork):
                Wait(atWork, false, now);
                break;
            case StepCompleted ended:
                End(ended.StepId, isCompleted: true, now);
                break;
            case StepFailed ended:
                End(ended.StepId, isCompleted: false, now);
                break;
            case StepSkipped ended:
                End(ended.StepId, isCompleted: false, now);
                break;
            case StepCancelled ended:
                End(ended.StepId, isCompleted: false, now);
                break;
            case WorkflowCompleted:
                Taught = ToDurations(_clock.At(now));
                break;
            case WorkflowFailed or WorkflowCancelled:
                Taught = ToDurations(null);
                break;
        }

        _clock.Note(now);
    }

    private void Begin(PhaseStarted started, double at)
    {
        var count = _counts.Begin(started.Phase, started.ExpectedSteps);
        _openPhases.Add(count);
        if (PhasePart(started.Phase) is not { } part) return;
        part.ExpectedSteps = started.ExpectedSteps;
        part.Begin(at);
        _estimator.Began(part);
    }

    private void End(PhaseCompleted ended, double at)
    {
        var index = _openPhases.FindLastIndex(phase => phase.Name == ended.Phase);
        if (index < 0) return;
        _counts.End(_openPhases[index]);
        _openPhases.RemoveAt(index);
        if (_phases.TryGetValue(ended.Phase, out var part) && part.Open > 0) _estimator.End(part, at, ended.Status == StepStatus.Completed);
    }

    private void Begin(StepStarted started, DateTimeOffset now)
    {
        var parent = started.ParentStepId is { } id ? _steps.GetValueOrDefault(id) : null;
        var count = started.ParentStepId is null ? _counts.For(started.Phase) : null;
        if (count is not null) count.Seen++;
        var above = parent is null ? PhasePart(started.Phase) : parent.Part;
        var part = above is null ? null : StepPart(above, started.StepName);
        var step = new OpenStep(part, parent, count, _clock.At(now));
        if (parent is not null)
        {
            if (parent.OpenSteps == 0) CountLeaf(parent, -1);
            parent.OpenSteps++;
        }

        CountLeaf(step, 1);
        _steps[started.StepId] = step;
        Settle(now);
        if (part is null) return;
        part.Begin(_clock.At(now));
        _estimator.Began(part);
    }

    private void End(string stepId, bool isCompleted, DateTimeOffset now)
    {
        if (!_steps.Remove(stepId, out var step)) return;
        _ended++;
        if (step.Phase is { } count) count.Ended++;
        if (step.Part is { } part) _estimator.End(part, _clock.At(now), isCompleted);
        step.IsOpen = false;
        if (step.OpenSteps == 0) CountLeaf(step, -1);
        if (step.Parent is { } parent && --parent.OpenSteps == 0 && parent.IsOpen) CountLeaf(parent, 1);
        Settle(now);
    }

    private void Wait(OpenStep step, bool isWaiting, DateTimeOffset now)
    {
        if (step.OpenSteps == 0) CountLeaf(step, -1);
        step.IsWaiting = isWaiting;
        if (step.OpenSteps == 0) CountLeaf(step, 1);
        Settle(now);
    }

    private void CountLeaf(OpenStep step, int by)
    {
        _leaves += by;
        if (step.IsWaiting) _waiting += by;
    }

    /// <summary>The clock stands while every open step, apart from those that only hold others, waits.</summary>
    private void Settle(DateTimeOffset now) => _clock.Stand(_waiting > 0 && _waiting == _leaves, now);

    /// <summary>The part of a phase; that of steps outside of phases has no name and is no milestone.</summary>
    private RunPart? PhasePart(string name)
    {
        if (_phases.TryGetValue(name, out var known)) return known;
        if (!Fits(name.Length)) return null;
        var part = new RunPart(PathOf(name), null, isStep: false);
        _phases.Add(name, part);
        return Known(part);
    }

    private RunPart? StepPart(RunPart above, string name) =>
        above.Find(name) ?? (Fits(above.Path.Length + 1 + name.Length) ? Known(above.Add(name, $"{above.Path}/{PathOf(name)}")) : null);

    private bool Fits(int length) => length <= LongestPath && _parts < MaxParts;

    private RunPart Known(RunPart part)
    {
        _parts++;
        part.Profile = _estimator.Profile?.Parts.GetValueOrDefault(part.Path);
        return part;
    }

    /// <summary>A slash in a name must not look like a step within a step.</summary>
    private static string PathOf(string name) => name.Replace('/', '∕');

    private RunDurations ToDurations(double? total)
    {
        var parts = new List<PartDurations>(_parts);
        foreach (var phase in _phases.Values) Teach(phase);
        return new RunDurations(total, parts);

        void Teach(RunPart part)
        {
            if (part is { Ended: > 0, Open: 0 }) parts.Add(part.ToDurations(total));
            foreach (var step in part.Steps) Teach(step);
        }
    }
}
