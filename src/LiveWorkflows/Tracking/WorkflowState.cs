using LiveWorkflows.Errors;
using LiveWorkflows.Events;
using LiveWorkflows.Progress;

namespace LiveWorkflows.Tracking;

/// <summary>
/// A workflow as its events tell it: the one fold behind the live summary, the replayed summary and resumption.
/// Whatever it knows it knows from an event, so live and replayed cannot differ.
/// </summary>
internal sealed class WorkflowState
{
    private const int KeptErrors = 100;
    private readonly List<WorkflowError> _errors = [];
    private readonly Dictionary<string, TimerSummary> _timers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, double> _counters = new(StringComparer.Ordinal);
    private readonly Dictionary<string, double> _gauges = new(StringComparer.Ordinal);
    private readonly Dictionary<string, double> _rates = new(StringComparer.Ordinal);
    private WorkflowSummary _header = new();
    private DateTimeOffset _lastAt;
    private readonly RunningMean _stepConfidence = new();
    private Dictionary<string, StepState>? _letGo;
    private List<PhaseState>? _letGoPhases;
    private double? _durationMs;
    private double? _waitedMs;
    private double? _ownConfidence;
    private int _errorCount;
    private int _warningCount;

    public PhaseLedger Phases { get; } = new();

    public StepLedger Steps { get; } = new();

    public IReadOnlyList<StepState> OpenSteps => Steps.Open;

    public int StepsEnded => Steps.Count - OpenSteps.Count;

    /// <summary>Top-level steps that began outside of any phase.</summary>
    public int StepsOutsidePhases { get; private set; }

    public IReadOnlyList<PlannedPhase> Plan { get; private set; } = [];

    public long LastSeq { get; private set; }

    public long? LastClientSeq { get; private set; }

    public double Percentage { get; private set; }

    /// <summary>How far it is, and how long it still takes.</summary>
    public RunProgress Progress { get; } = new();

    public bool IsStarted => _header.StartedAt is not null;

    public bool IsEnded => _header.EndedAt is not null;

    public DateTimeOffset? StartedAt => _header.StartedAt;

    public DateTimeOffset LastAt => _lastAt;

    /// <summary>Steps that the ledger let go, where <see cref="RememberSteps"/> asked for them.</summary>
    public IReadOnlyCollection<StepState> LetGoSteps => _letGo?.Values ?? (IReadOnlyCollection<StepState>)[];

    /// <summary>Phases that the ledger let go, likewise.</summary>
    public IReadOnlyList<PhaseState> LetGoPhases => _letGoPhases ?? (IReadOnlyList<PhaseState>)[];

    public StepState? Find(string stepId) => Steps.Find(stepId) ?? _letGo?.GetValueOrDefault(stepId);

    /// <summary>Keeps every phase and step findable, for one who resumes the workflow and must not do a finished step again.</summary>
    public void RememberSteps()
    {
        Steps.LetGo = step => (_letGo ??= new Dictionary<string, StepState>(StringComparer.Ordinal))[step.Id] = step;
        Phases.LetGo = phase => (_letGoPhases ??= []).Add(phase);
    }

    public void Apply(WorkflowEvent workflowEvent)
    {
        LastSeq = workflowEvent.Seq;
        LastClientSeq = workflowEvent.ClientSeq ?? LastClientSeq;
        _lastAt = workflowEvent.Timestamp;
        Progress.Apply(workflowEvent);
        switch (workflowEvent)
        {
            case WorkflowQueued queued:
                _header = Header(queued, queued.WorkflowName, queued.WorkflowType, queued.Tags, queued.JobId, queued.ParentWorkflowId) with { Status = queued.Status, QueuedAt = queued.Timestamp };
                break;
            case WorkflowStarted started:
                _header = Header(started, started.WorkflowName, started.WorkflowType, started.Tags, started.JobId, started.ParentWorkflowId) with
                {
                    Status = WorkflowStatus.Running,
                    QueuedAt = _header.QueuedAt,
                    StartedAt = started.Timestamp,
                };
                Plan = started.Phases;
                break;
            case PhaseStarted started:
                Phases.Begin(new PhaseState { Name = started.Phase, Index = started.PhaseIndex, StartedAt = started.Timestamp, ExpectedSteps = started.ExpectedSteps });
                break;
            case PhaseCompleted ended:
                if (Phases.Find(phase => phase.Index == ended.PhaseIndex) is { } completed) (completed.Status, completed.DurationMs) = (ended.Status, ended.DurationMs);
                break;
            case StepStarted started:
                ApplyStep(started);
                break;
            case StepRetried retried:
                if (Find(retried.StepId) is { } again) again.Attempt = retried.Attempt;
                break;
            case StepWaiting waiting:
                if (Find(waiting.StepId) is { IsOpen: true } paused) (paused.Status, paused.WaitingSinceTicks) = (StepStatus.Waiting, waiting.Timestamp.Ticks);
                break;
            case StepResumed resumed:
                if (Find(resumed.StepId) is { IsWaiting: true } atWork) Resume(atWork, resumed.WaitedMs);
                break;
            case StepCompleted ended:
                End(ended.StepId, StepStatus.Completed, ended.DurationMs, ended.WaitedMs, ended.Detail, ended.Confidence, ended.Artifact);
                Percentage = Math.Max(Percentage, ended.Percentage);
                break;
            case StepFailed ended:
                End(ended.StepId, StepStatus.Failed, ended.DurationMs, ended.WaitedMs, ended.Error?.Message);
                break;
            case StepSkipped ended:
                End(ended.StepId, StepStatus.Skipped, ended.DurationMs, ended.WaitedMs, ended.Reason);
                break;
            case StepCancelled ended:
                End(ended.StepId, StepStatus.Cancelled, ended.DurationMs, ended.WaitedMs, ended.Reason);
                break;
            case Progressed progressed:
                Percentage = Math.Max(Percentage, progressed.Percentage);
                break;
            case MetricsReported reported:
                foreach (var metric in reported.Metrics) Apply(metric);
                break;
            case ConfidenceReported reported:
                Apply(reported);
                break;
            case WarningReported:
                _warningCount++;
                break;
            case ErrorReported reported:
                _errorCount++;
                if (_errors.Count < KeptErrors) _errors.Add(ToError(reported));
                break;
            case WorkflowCompleted ended:
                End(ended.Timestamp, ended.Status, ended.DurationMs);
                break;
            case WorkflowFailed ended:
                End(ended.Timestamp, ended.Status, ended.DurationMs);
                break;
            case WorkflowCancelled ended:
                End(ended.Timestamp, ended.Status, ended.DurationMs);
                break;
        }
    }

    public WorkflowSummary ToSummary() => _header with
    {
        DurationMs = _durationMs ?? (_header.StartedAt is { } startedAt ? (_lastAt - startedAt).TotalMilliseconds : 0),
        Percentage = Percentage,
        QueuedMs = _header is { QueuedAt: { } queuedAt, StartedAt: { } begunAt } ? Math.Max(0, (begunAt - queuedAt).TotalMilliseconds) : null,
        WaitedMs = _waitedMs,
        Confidence = _ownConfidence ?? _stepConfidence.Value,
        Phases = [.. Phases.Kept.Select(phase => phase.ToSummary())],
        PhaseCount = Phases.Count,
        Steps = [.. Steps.Kept.Select(step => step.ToSummary())],
        StepCount = Steps.Count,
        Timers = new Dictionary<string, TimerSummary>(_timers),
        Counters = new Dictionary<string, double>(_counters),
        Gauges = new Dictionary<string, double>(_gauges),
        Rates = new Dictionary<string, double>(_rates),
        Errors = [.. _errors],
        ErrorCount = _errorCount,
        WarningCount = _warningCount,
        LastSeq = LastSeq,
        LastClientSeq = LastClientSeq,
    };

    /// <summary>The summary as the terminal event carries it: as if that event had been applied already.</summary>
    public WorkflowSummary ToFinalSummary(long seq, DateTimeOffset endedAt, WorkflowStatus status, double durationMs) =>
        ToSummary() with { LastSeq = seq, EndedAt = endedAt, Status = status, DurationMs = durationMs };

    private static WorkflowSummary Header(
        WorkflowEvent from, string name, string? type, IReadOnlyDictionary<string, string> tags, string? jobId, string? parent) => new()
        {
            WorkflowId = from.WorkflowId, Name = name, Type = type, Tags = tags, JobId = jobId, ParentWorkflowId = parent, CorrelationId = from.CorrelationId,
        };

    private static WorkflowError ToError(ErrorReported reported) => new()
    {
        Title = reported.Title,
        Message = reported.Detail,
        Code = reported.Code,
        Category = reported.Category,
        Retryable = reported.Retryable,
        RetryAfterMs = reported.RetryAfterMs,
        RecoverySuggestions = reported.RecoverySuggestions,
    };

    private void ApplyStep(StepStarted started)
    {
        var step = new StepState
        {
            Id = started.StepId, Name = started.StepName, Phase = started.Phase, ParentId = started.ParentStepId, Number = started.StepNumber, StartedAt = started.Timestamp,
        };
        Steps.Begin(step);
        if (step.ParentId is not null) return;
        if (PhaseOf(step) is { } phase) phase.StepsSeen++;
        else if (step.Phase.Length == 0) StepsOutsidePhases++;
    }

    private void End(string stepId, StepStatus status, double durationMs, double? waitedMs, string? detail, double? confidence = null, string? artifact = null)
    {
        if (Find(stepId) is not { IsOpen: true } step) return;
        // An end tells all the step's waiting, the last of which no resumption has told.
        if (waitedMs > (step.WaitedMs ?? 0)) _waitedMs = Round((_waitedMs ?? 0) + waitedMs.Value - (step.WaitedMs ?? 0));
        (step.Status, step.DurationMs, step.WaitedMs, step.Detail, step.Artifact) = (status, durationMs, waitedMs ?? step.WaitedMs, detail, artifact);
        if (confidence is { } sure) SetConfidence(step, sure);
        Steps.End(step);
        if (step.ParentId is null && PhaseOf(step) is { } phase) phase.StepsEnded++;
    }

    private void Resume(StepState step, double waitedMs)
    {
        step.Status = StepStatus.Running;
        step.WaitedMs = Round((step.WaitedMs ?? 0) + waitedMs);
        _waitedMs = Round((_waitedMs ?? 0) + waitedMs);
    }

    private void Apply(ConfidenceReported reported)
    {
        if (reported.Scope == "workflow") _ownConfidence = reported.Value;
        else if (Phases.Find(phase => phase.Name == reported.Scope) is { } phase) phase.OwnConfidence = reported.Value;
        else if (Find(reported.Scope) is { } step) SetConfidence(step, reported.Value);
    }

    private void SetConfidence(StepState step, double value)
    {
        var means = PhaseOf(step) is { } phase ? [_stepConfidence, phase.StepConfidence] : (RunningMean[])[_stepConfidence];
        foreach (var mean in means)
        {
            if (step.Confidence is { } before) mean.Replace(before, value);
            else mean.Add(value);
        }

        step.Confidence = value;
    }

    private PhaseState? PhaseOf(StepState step) => Phases.Find(phase => phase.Name == step.Phase);

    private static double Round(double milliseconds) => Math.Round(milliseconds, 3);

    private void End(DateTimeOffset at, WorkflowStatus status, double durationMs)
    {
        _header = _header with { EndedAt = at, Status = status };
        _durationMs = durationMs;
    }

    private void Apply(Metric metric)
    {
        switch (metric.Kind)
        {
            case MetricKind.Counter:
                _counters[metric.Name] = metric.Value ?? 0;
                break;
            case MetricKind.Gauge:
                _gauges[metric.Name] = metric.Value ?? 0;
                break;
            case MetricKind.Rate:
                _rates[metric.Name] = metric.PerMinute ?? 0;
                break;
            case MetricKind.Timer:
                _timers[metric.Name] = new TimerSummary(metric.Count ?? 0, metric.SumMs ?? 0, metric.MinMs ?? 0, metric.MaxMs ?? 0, metric.LastMs ?? 0);
                break;
        }
    }

}
