using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text.Json;
using LiveWorkflows.Errors;
using LiveWorkflows.Events;
using LiveWorkflows.Progress;

namespace LiveWorkflows.Tracking;

/// <summary>
/// Makes numbered events of what the caller's thread noted. Keeps the laws of the wire: one end per step and per workflow, what is open ends
/// before what holds it, the percentage never falls. Used by one thread at a time.
/// </summary>
internal sealed partial class EventComposer
{
    private static readonly JsonElement NoResult = JsonDocument.Parse("{}").RootElement.Clone();
    private readonly WorkflowIdentity _identity;
    private readonly WorkflowState _state;
    private readonly WorkflowClock _clock;
    private readonly long _epoch;
    private readonly BoundSteps _bound = new();
    private readonly StepPaths _paths = new();
    private readonly Dictionary<int, PhaseState> _phases = [];
    private readonly Dictionary<PhaseState, (long Ticks, int Call)> _phaseBegun = [];
    private readonly List<PhaseState> _notEntered;
    private readonly ConditionalWeakTable<Exception, object> _reported = [];
    private PhaseState? _phase;
    private DateTimeOffset _now;
    private long _nowTicks;

    public EventComposer(WorkflowIdentity identity, WorkflowState state, WorkflowClock clock, long epoch)
    {
        (_identity, _state, _clock, _epoch) = (identity, state, clock, epoch);
        _notEntered = [.. state.Phases.Kept.Concat(state.LetGoPhases).OrderBy(phase => phase.Index)];
        _now = state.LastAt;
        foreach (var step in state.Steps.Kept.Concat(state.LetGoSteps)) (step.WasReplayed, step.BegunTicks) = (true, step.StartedAt.Ticks);
    }

    /// <summary>The events that were composed and not taken yet.</summary>
    public List<WorkflowEvent> Composed { get; } = [];

    public bool HasEnded { get; private set; }

    /// <summary>The number of the reports that are being composed, where they come from outside.</summary>
    public long? ClientSeq { get; set; }

    public IReadOnlyList<PlannedPhase> Plan { get; init; } = [];

    /// <summary>The durations of earlier runs, where they are kept.</summary>
    public DurationHistory? History { get; init; }

    /// <summary>Whether time alone changes what a progress event tells.</summary>
    public bool ProgressIsMoving => _state.Progress.IsMoving;

    /// <summary>How long to wait before time alone is reason enough for a progress event.</summary>
    public TimeSpan ProgressBeat => _state.Progress.Beat;

    /// <summary>Whether the percentage may have changed since the last progress event.</summary>
    public bool ProgressIsNews { get; private set; }

    public StepSummary? KnownStep(int index) => StepAt(index) is { WasReplayed: true } step ? step.ToSummary() : null;

    /// <summary>Composes what one slot says; after the workflow's end nothing more is composed.</summary>
    public void Compose(in EventSlot slot, Action beforeEnd)
    {
        if (HasEnded) return;
        SetClock(slot.Timestamp);
        switch (slot.Kind)
        {
            case SlotKind.WorkflowStarted:
                ComposeStart(slot.Payload as Activity);
                break;
            case SlotKind.PhaseStarted:
                BeginPhase(slot.Text ?? "", slot.Index, slot.Parent < 0 ? null : slot.Parent, slot.Payload as Activity);
                break;
            case SlotKind.PhaseEnded:
                if (_phases.TryGetValue(slot.Index, out var phase)) EndPhase(phase, (StepStatus)slot.Parent);
                break;
            case SlotKind.StepStarted:
                BeginStep(slot);
                break;
            case SlotKind.StepRetried:
                RetryStep(slot);
                break;
            case SlotKind.StepWaiting:
                PauseStep(slot);
                break;
            case SlotKind.StepResumed:
                ResumeStep(slot);
                break;
            case SlotKind.StepCompleted or SlotKind.StepFailed or SlotKind.StepSkipped or SlotKind.StepCancelled:
                // A step that left a file is not done again after a crash: what it counted must be stored before it is.
                if (slot is { Kind: SlotKind.StepCompleted, Payload: string })
                {
                    beforeEnd();
                    SetClock(slot.Timestamp);
                }

                EndStep(slot);
                break;
            case SlotKind.Log:
                var line = (LogLine)slot.Payload!;
                Add(new Logged { Level = line.Level, Message = slot.Text ?? "", Fields = line.Fields, Phase = _phase?.Name, StepId = StepAt(slot.Parent)?.Id });
                break;
            case SlotKind.Confidence:
                Add(new ConfidenceReported { Scope = slot.Text!, Value = slot.Number, Method = slot.Payload as string, N = slot.Index < 0 ? null : slot.Index });
                break;
            case SlotKind.Warning:
                Add(new WarningReported { Code = slot.Payload as string ?? "warning", Message = slot.Text ?? "", Phase = _phase?.Name, StepId = StepAt(slot.Parent)?.Id });
                break;
            case SlotKind.Error:
                ReportError((WorkflowError)slot.Payload!, slot.Text, StepAt(slot.Parent), slot.Index == 1);
                break;
            case SlotKind.Custom:
                Add(new CustomEvent { Kind = slot.Text!, Fields = (JsonElement)slot.Payload! });
                break;
            case SlotKind.Completed or SlotKind.Failed or SlotKind.Cancelled:
                beforeEnd();
                SetClock(slot.Timestamp);
                ComposeEnd(slot);
                break;
        }
    }

    /// <summary>Composes a progress event when there is news; <paramref name="now"/> is the clock's reading.</summary>
    public void ComposeProgress(long now)
    {
        if (HasEnded || !_state.IsStarted) return;
        SetClock(now);
        ProgressIsNews = false;
        AddProgress(isEnd: false);
    }

    public void ComposeMetrics(IReadOnlyList<Metric> metrics, long now)
    {
        if (HasEnded) return;
        SetClock(now);
        Add(new MetricsReported { Metrics = metrics });
    }

    public void MarkProgress() => ProgressIsNews = true;

    private void ComposeStart(Activity? span)
    {
        _state.Progress.Use(History, _identity.Type);
        if (_state.IsStarted)
        {
            Add(new WorkflowResumed { Epoch = _epoch, Span = span });
            return;
        }

        Add(new WorkflowStarted
        {
            WorkflowName = _identity.Name,
            WorkflowType = _identity.Type,
            Tags = _identity.Tags,
            Phases = Plan,
            EstimatedDurationMs = _state.Progress.ExpectedMs,
            JobId = _identity.JobId,
            ParentWorkflowId = _identity.ParentWorkflowId,
            V = 1,
            Span = span,
        });
    }

    private void ReportError(WorkflowError error, string? message, StepState? step, bool isCritical)
    {
        if (error.Exception is { } exception) _reported.AddOrUpdate(exception, exception);
        Add(new ErrorReported
        {
            Title = error.Title,
            Detail = message ?? error.Message,
            Code = error.Code,
            Category = error.Category,
            Retryable = error.Retryable,
            RetryAfterMs = error.RetryAfterMs,
            Attempt = step?.Attempt ?? 1,
            RecoverySuggestions = error.RecoverySuggestions,
            Fingerprint = ErrorFingerprint.Of(error, _phase?.Name, step?.Name),
            Phase = step?.Phase ?? _phase?.Name,
            StepId = step?.Id,
            IsCritical = isCritical,
            Error = error,
        });
    }

    private void ComposeEnd(in EventSlot slot)
    {
        var (stepKind, phaseStatus) = slot.Kind switch
        {
            SlotKind.Completed => (SlotKind.StepCompleted, StepStatus.Completed),
            SlotKind.Failed when slot.Text is null => (SlotKind.StepFailed, StepStatus.Failed),
            _ => (SlotKind.StepCancelled, StepStatus.Cancelled),
        };
        EndOpenSteps(_ => true, stepKind, slot.Text);
        foreach (var open in _state.Phases.Kept.Where(phase => phase.IsOpen).ToArray()) EndPhase(open, phaseStatus);

        var durationMs = Since(_state.StartedAt ?? _now);
        switch (slot.Kind)
        {
            case SlotKind.Completed:
                AddProgress(isEnd: true);
                var final = FinalSummary(WorkflowStatus.Completed, durationMs);
                Add(new WorkflowCompleted { Result = slot.Payload as JsonElement? ?? NoResult, Status = WorkflowStatus.Completed, DurationMs = durationMs, Summary = final });
                break;
            case SlotKind.Failed:
                var error = (WorkflowError)slot.Payload!;
                if (error.Exception is not { } exception || !_reported.TryGetValue(exception, out _)) ReportError(error, null, null, isCritical: true);
                var status = error.Code == ErrorCatalogue.Abandoned.Code ? WorkflowStatus.Abandoned : WorkflowStatus.Failed;
                Add(new WorkflowFailed
                {
                    Error = error, Status = status, DurationMs = durationMs, Summary = FinalSummary(status, durationMs),
                });
                break;
            default:
                Add(new WorkflowCancelled
                {
                    Reason = slot.Text,
                    Status = WorkflowStatus.Cancelled,
                    DurationMs = durationMs,
                    Summary = FinalSummary(WorkflowStatus.Cancelled, durationMs),
                });
                break;
        }

        HasEnded = true;
    }

    private WorkflowSummary FinalSummary(WorkflowStatus status, double durationMs) =>
        _state.ToFinalSummary(_state.LastSeq + 1, Now, status, durationMs) with { LastClientSeq = ClientSeq ?? _state.LastClientSeq };

    private void AddProgress(bool isEnd)
    {
        var estimate = _state.Progress.Estimate(_now, _state.OpenSteps);
        var elapsed = Since(_state.StartedAt ?? _now);
        var percentage = isEnd ? 100 : Percentage(estimate.Fraction);
        Add(new Progressed
        {
            Percentage = percentage,
            Phase = _phase?.Name ?? _state.Phases.Last?.Name,
            PhasePercentage = estimate.PhaseFraction is { } fraction ? Math.Round(fraction * 100, 1) : _state.Phases.Count > 0 ? 100 : null,
            CurrentStep = (_state.OpenSteps is [.., var open] ? open : _state.Steps.Last)?.Name,
            CompletedSteps = _state.StepsEnded,
            TotalSteps = Math.Max(isEnd ? 0 : estimate.TotalSteps, _state.Steps.Count),
            ElapsedMs = elapsed,
            EtaMs = isEnd ? 0 : Rounded(estimate.Remaining?.Median),
            EtaP90Ms = isEnd ? 0 : Rounded(estimate.Remaining?.P90),
            EtaBasis = isEnd ? EtaBasis.None : estimate.Basis,
            Indeterminate = !isEnd && estimate.IsIndeterminate,
        });
    }

    /// <summary>At most 99 before the end, and never below what was told before.</summary>
    private double Percentage(double fraction) => Math.Max(_state.Percentage, Math.Min(99, Math.Round(fraction * 100, 1)));

    private static double? Rounded(double? milliseconds) => milliseconds is { } value ? Math.Round(value) : null;

    private void Add(WorkflowEvent workflowEvent)
    {
        var numbered = workflowEvent with
        {
            WorkflowId = _identity.Id,
            CorrelationId = _identity.CorrelationId,
            ClientSeq = ClientSeq,
            Seq = _state.LastSeq + 1,
            Timestamp = Now,
        };
        _state.Apply(numbered);
        Composed.Add(numbered);
    }

    /// <summary>The present event's time, in the milliseconds that the wire has; never before the event's before it.</summary>
    private DateTimeOffset Now => _now;

    private void SetClock(long timestamp)
    {
        var utc = _clock.ToUtc(timestamp);
        _nowTicks = utc.Ticks;
        var milliseconds = new DateTimeOffset(utc.Ticks - utc.Ticks % TimeSpan.TicksPerMillisecond, TimeSpan.Zero);
        if (milliseconds > _now) _now = milliseconds;
    }

    private double Since(DateTimeOffset begun) => Since(begun.Ticks);

    private double Since(long begunTicks) => Math.Max(0, Math.Round((_nowTicks - begunTicks) / (double)TimeSpan.TicksPerMillisecond, 3));
}
