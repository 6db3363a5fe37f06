using LiveWorkflows.Errors;
using LiveWorkflows.Events;

namespace LiveWorkflows.Tracking;

/// <content>Phases and steps.</content>
internal sealed partial class EventComposer
{
    private void BeginPhase(string name, int call, int? expectedSteps)
    {
        // A phase that an earlier worker began or finished is entered again in silence, so that its steps can be found.
        var known = _state.Phases.Take(_replayedPhases).LastOrDefault(phase => phase.Name == name);
        if (known is not null)
        {
            _phases[call] = _phase = known;
            return;
        }

        foreach (var open in _state.Phases.Where(phase => phase.IsOpen).ToArray()) EndPhase(open, StepStatus.Completed);
        var planned = _state.Plan.FirstOrDefault(plan => plan.Name == name);
        Add(new PhaseStarted
        {
            Phase = name,
            PhaseIndex = _state.Phases.Count + 1,
            PhaseCount = _state.Plan.Count == 0 ? null : Math.Max(_state.Plan.Count, _state.Phases.Count + 1),
            ExpectedSteps = expectedSteps ?? planned?.ExpectedSteps,
        });
        _phases[call] = _phase = _state.Phases[^1];
        _phaseBegun[_phase] = _nowTicks;
        MarkProgress();
    }

    private void EndPhase(PhaseState phase, StepStatus status)
    {
        if (!phase.IsOpen) return;
        var stepKind = status switch
        {
            StepStatus.Completed => SlotKind.StepCompleted,
            StepStatus.Failed => SlotKind.StepFailed,
            _ => SlotKind.StepCancelled,
        };
        foreach (var open in _state.OpenSteps.Where(step => step.Phase == phase.Name).Reverse().ToArray()) EndStep(open, stepKind, null, null, double.NaN);
        Add(new PhaseCompleted
        {
            Phase = phase.Name,
            PhaseIndex = phase.Index,
            PhaseCount = _state.Plan.Count == 0 ? null : Math.Max(_state.Plan.Count, _state.Phases.Count),
            Status = status,
            DurationMs = Since(_phaseBegun.GetValueOrDefault(phase, phase.StartedAt.Ticks)),
        });
        if (ReferenceEquals(_phase, phase)) _phase = null;
        MarkProgress();
    }

    private void BeginStep(in EventSlot slot)
    {
        var name = slot.Text ?? "";
        var parent = StepAt(slot.Parent);
        var phase = parent?.Phase ?? _phase?.Name ?? "";
        var id = PathOf(parent?.Id ?? phase, name);
        var scope = slot.Payload as StepScope;
        if (_state.Find(id) is { } known)
        {
            // Only a resumed workflow can meet a path twice: the step is an earlier worker's, finished (silence) or open (tried again).
            known.Scope = scope;
            Bind(slot.Index, known);
            if (known.IsOpen) Add(new StepRetried { StepId = known.Id, StepName = known.Name, Phase = known.Phase, Attempt = known.Attempt + 1 });
            return;
        }

        var inPhase = parent is null ? _state.Phases.FindLast(of => of.Name == phase) : null;
        var number = parent is null ? (inPhase?.StepsSeen ?? _state.Steps.Count(step => step.Phase.Length == 0 && step.ParentId is null)) + 1 : parent.Number;
        Add(new StepStarted
        {
            StepId = id,
            StepName = name,
            Phase = phase,
            ParentStepId = parent?.Id,
            StepNumber = number,
            TotalSteps = Math.Max(inPhase?.TotalSteps ?? 0, number),
            Attempt = 1,
        });
        var step = _state.Steps[^1];
        (step.Scope, step.BegunTicks) = (scope, _nowTicks);
        Bind(slot.Index, step);
        MarkProgress();
    }

    private void RetryStep(in EventSlot slot)
    {
        if (StepAt(slot.Index) is not { IsOpen: true } step) return;
        Add(new StepRetried
        {
            StepId = step.Id,
            StepName = step.Name,
            Phase = step.Phase,
            Attempt = step.Attempt + 1,
            DelayMs = slot.Number,
            Error = slot.Payload as WorkflowError,
        });
    }

    private void EndStep(in EventSlot slot)
    {
        if (StepAt(slot.Index) is not { IsOpen: true } step) return;
        // Nothing may outlive what holds it.
        foreach (var child in _state.OpenSteps.Where(open => open.Id.StartsWith(step.Id + "/", StringComparison.Ordinal)).Reverse().ToArray())
            EndStep(child, slot.Kind, null, null, double.NaN);
        EndStep(step, slot.Kind, slot.Payload, slot.Text, slot.Number);
    }

    private void EndStep(StepState step, SlotKind kind, object? payload, string? text, double confidence)
    {
        var durationMs = Since(step.BegunTicks);
        switch (kind)
        {
            case SlotKind.StepCompleted:
                var phase = _state.Phases.FindLast(of => of.Name == step.Phase);
                Add(new StepCompleted
                {
                    StepId = step.Id,
                    StepName = step.Name,
                    Phase = step.Phase,
                    StepNumber = step.Number,
                    TotalSteps = Math.Max(phase?.TotalSteps ?? 0, step.Number),
                    Status = StepStatus.Completed,
                    Attempt = step.Attempt,
                    DurationMs = durationMs,
                    Percentage = PercentageAfter(step),
                    Confidence = double.IsNaN(confidence) ? null : Math.Round(Math.Clamp(confidence, 0, 1), 4),
                    Detail = text,
                    Artifact = payload as string,
                });
                break;
            case SlotKind.StepFailed:
                Add(new StepFailed { StepId = step.Id, StepName = step.Name, Phase = step.Phase, Attempt = step.Attempt, DurationMs = durationMs, Error = payload as WorkflowError });
                break;
            case SlotKind.StepSkipped:
                Add(new StepSkipped { StepId = step.Id, StepName = step.Name, Phase = step.Phase, Attempt = step.Attempt, DurationMs = durationMs, Reason = text });
                break;
            default:
                Add(new StepCancelled { StepId = step.Id, StepName = step.Name, Phase = step.Phase, Attempt = step.Attempt, DurationMs = durationMs, Reason = text });
                break;
        }

        step.Scope = null;
        MarkProgress();
    }

    /// <summary>The percentage with this step counted as whole.</summary>
    private double PercentageAfter(StepState ending) =>
        _state.Progress.FractionAfter(ending.Id, _now, _state.OpenSteps) is { } fraction ? Percentage(fraction) : _state.Percentage;

    /// <summary>The step's path: deterministic, so that a later worker meets the same steps under the same paths.</summary>
    private string PathOf(string parent, string name)
    {
        // A slash in a name must not look like a step within a step.
        var segment = name.Replace('/', '∕');
        var path = parent.Length == 0 ? segment : $"{parent}/{segment}";
        while (true)
        {
            var ordinal = _ordinals[path] = _ordinals.GetValueOrDefault(path) + 1;
            var id = ordinal == 1 ? path : $"{path}#{ordinal}";
            if (_state.Find(id) is not { WasReplayed: false }) return id;
        }
    }

    private void Bind(int index, StepState step)
    {
        while (_bound.Count <= index) _bound.Add(null);
        _bound[index] = step;
    }

    private StepState? StepAt(int index) => index >= 0 && index < _bound.Count ? _bound[index] : null;
}
