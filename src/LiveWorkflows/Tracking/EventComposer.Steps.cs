using System.Diagnostics;
using LiveWorkflows.Errors;
using LiveWorkflows.Events;

namespace LiveWorkflows.Tracking;

/// <content>Phases and steps.</content>
internal sealed partial class EventComposer
{
    private void BeginPhase(string name, int call, int? expectedSteps, Activity? span)
    {
        // A phase that an earlier worker began or finished is entered again in silence, once, so that its steps can be found.
        var known = _notEntered.FindIndex(phase => phase.Name == name);
        if (known >= 0)
        {
            _phases[call] = _phase = _notEntered[known];
            _notEntered.RemoveAt(known);
            return;
        }

        foreach (var open in _state.Phases.Kept.Where(phase => phase.IsOpen).ToArray()) EndPhase(open, StepStatus.Completed);
        var planned = _state.Plan.FirstOrDefault(plan => plan.Name == name);
        Add(new PhaseStarted
        {
            Phase = name,
            PhaseIndex = _state.Phases.Count + 1,
            PhaseCount = _state.Plan.Count == 0 ? null : Math.Max(_state.Plan.Count, _state.Phases.Count + 1),
            ExpectedSteps = expectedSteps ?? planned?.ExpectedSteps,
            Span = span,
        });
        _phases[call] = _phase = _state.Phases.Last!;
        _phaseBegun[_phase] = (_nowTicks, call);
        MarkProgress();
    }

    private void EndPhase(PhaseState phase, StepStatus status)
    {
        if (!phase.IsOpen)
        {
            // It was over before, and entered again: what begins from now on is no part of it.
            if (ReferenceEquals(_phase, phase)) _phase = null;
            return;
        }

        var stepKind = status switch
        {
            StepStatus.Completed => SlotKind.StepCompleted,
            StepStatus.Failed => SlotKind.StepFailed,
            _ => SlotKind.StepCancelled,
        };
        EndOpenSteps(step => step.Phase == phase.Name, stepKind, null);
        var begunTicks = phase.StartedAt.Ticks;
        if (_phaseBegun.Remove(phase, out var begun))
        {
            begunTicks = begun.Ticks;
            _phases.Remove(begun.Call);
        }

        Add(new PhaseCompleted
        {
            Phase = phase.Name,
            PhaseIndex = phase.Index,
            PhaseCount = _state.Plan.Count == 0 ? null : Math.Max(_state.Plan.Count, _state.Phases.Count),
            Status = status,
            DurationMs = Since(begunTicks),
            Confidence = phase.Confidence,
        });
        if (ReferenceEquals(_phase, phase)) _phase = null;
        MarkProgress();
    }

    private void BeginStep(in EventSlot slot)
    {
        var name = slot.Text ?? "";
        var parent = StepAt(slot.Parent);
        var phase = parent?.Phase ?? _phase?.Name ?? "";
        var id = _paths.Next(parent?.Id ?? phase, name);
        var keyed = slot.Payload as KeyedStep;
        var scope = keyed?.Scope ?? slot.Payload as StepScope;
        if (_state.Find(id) is { } known)
        {
            // Only a resumed workflow can meet a path twice: the step is an earlier worker's, finished (silence) or open (tried again).
            known.Scope = scope;
            _bound.Bind(slot.Index, known);
            if (known.IsWaiting) Resume(known);
            if (known.IsOpen) Add(new StepRetried { StepId = known.Id, StepName = known.Name, Phase = known.Phase, Attempt = known.Attempt + 1, Span = scope?.Span });
            return;
        }

        var inPhase = parent is null ? _state.Phases.Find(of => of.Name == phase) : null;
        var number = parent is null ? (inPhase?.StepsSeen ?? _state.StepsOutsidePhases) + 1 : parent.Number;
        Add(new StepStarted
        {
            StepId = id,
            StepName = name,
            Phase = phase,
            ParentStepId = parent?.Id,
            ClientStepId = keyed?.ClientStepId,
            StepNumber = number,
            TotalSteps = Math.Max(inPhase?.TotalSteps ?? 0, number),
            Attempt = 1,
            Span = scope?.Span,
        });
        var step = _state.Steps.Last!;
        (step.Scope, step.BegunTicks) = (scope, _nowTicks);
        _bound.Bind(slot.Index, step);
        MarkProgress();
    }

    private void RetryStep(in EventSlot slot)
    {
        if (StepAt(slot.Index) is not { IsOpen: true } step) return;
        if (step.IsWaiting) Resume(step);
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

    private void PauseStep(in EventSlot slot)
    {
        if (StepAt(slot.Index) is not { IsOpen: true, IsWaiting: false } step) return;
        Add(new StepWaiting { StepId = step.Id, StepName = step.Name, Phase = step.Phase, Attempt = step.Attempt, Reason = slot.Text });
        step.WaitingSinceTicks = _nowTicks;
        MarkProgress();
    }

    private void ResumeStep(in EventSlot slot)
    {
        if (StepAt(slot.Index) is { IsWaiting: true } step) Resume(step);
    }

    private void Resume(StepState step)
    {
        Add(new StepResumed { StepId = step.Id, StepName = step.Name, Phase = step.Phase, Attempt = step.Attempt, WaitedMs = Since(step.WaitingSinceTicks) });
        MarkProgress();
    }

    private void EndStep(in EventSlot slot)
    {
        if (StepAt(slot.Index) is not { IsOpen: true } step) return;
        // Nothing may outlive what holds it.
        if (_state.OpenSteps.Count > 1)
        {
            var within = step.Id + "/";
            EndOpenSteps(open => open.Id.StartsWith(within, StringComparison.Ordinal), slot.Kind, null);
        }

        EndStep(step, slot.Kind, slot.Payload, slot.Text, slot.Number);
    }

    /// <summary>Ends those of the open steps that are meant, the last begun first.</summary>
    private void EndOpenSteps(Func<StepState, bool> isMeant, SlotKind kind, string? text)
    {
        foreach (var open in _state.OpenSteps.Where(isMeant).Reverse().ToArray()) EndStep(open, kind, null, text, double.NaN);
    }

    private void EndStep(StepState step, SlotKind kind, object? payload, string? text, double confidence)
    {
        var durationMs = Since(step.BegunTicks);
        var waitedMs = step.IsWaiting ? Math.Round((step.WaitedMs ?? 0) + Since(step.WaitingSinceTicks), 3) : step.WaitedMs;
        switch (kind)
        {
            case SlotKind.StepCompleted:
                var phase = _state.Phases.Find(of => of.Name == step.Phase);
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
                    WaitedMs = waitedMs,
                    Percentage = PercentageAfter(step),
                    Confidence = double.IsNaN(confidence) ? null : Math.Round(Math.Clamp(confidence, 0, 1), 4),
                    Detail = text,
                    Artifact = payload as string,
                });
                break;
            case SlotKind.StepFailed:
                Add(new StepFailed { StepId = step.Id, StepName = step.Name, Phase = step.Phase, Attempt = step.Attempt, DurationMs = durationMs, WaitedMs = waitedMs, Error = payload as WorkflowError });
                break;
            case SlotKind.StepSkipped:
                Add(new StepSkipped { StepId = step.Id, StepName = step.Name, Phase = step.Phase, Attempt = step.Attempt, DurationMs = durationMs, WaitedMs = waitedMs, Reason = text });
                break;
            default:
                Add(new StepCancelled { StepId = step.Id, StepName = step.Name, Phase = step.Phase, Attempt = step.Attempt, DurationMs = durationMs, WaitedMs = waitedMs, Reason = text });
                break;
        }

        step.Scope = null;
        _bound.Ended(step);
        MarkProgress();
    }

    /// <summary>The percentage with this step counted as whole.</summary>
    private double PercentageAfter(StepState ending) =>
        _state.Progress.FractionAfter(ending.Id, _now, _state.OpenSteps) is { } fraction ? Percentage(fraction) : _state.Percentage;

    private StepState? StepAt(int index) => _bound[index];
}
