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
    private readonly Dictionary<string, StepState> _stepsById = new(StringComparer.Ordinal);
    private readonly List<WorkflowError> _errors = [];
    private readonly Dictionary<string, TimerSummary> _timers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, double> _counters = new(StringComparer.Ordinal);
    private readonly Dictionary<string, double> _gauges = new(StringComparer.Ordinal);
    private readonly Dictionary<string, double> _rates = new(StringComparer.Ordinal);
    private WorkflowSummary _header = new();
    private DateTimeOffset _lastAt;
    private double? _durationMs;
    private double? _ownConfidence;
    private int _errorCount;
    private int _warningCount;

    public List<PhaseState> Phases { get; } = [];

    public List<StepState> Steps { get; } = [];

    public List<StepState> OpenSteps { get; } = [];

    public int StepsEnded => Steps.Count - OpenSteps.Count;

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

    public StepState? Find(string stepId) => _stepsById.GetValueOrDefault(stepId);

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
                Phases.Add(new PhaseState { Name = started.Phase, Index = started.PhaseIndex, StartedAt = started.Timestamp, ExpectedSteps = started.ExpectedSteps });
                break;
            case PhaseCompleted ended:
                if (Phases.FindLast(phase => phase.Index == ended.PhaseIndex) is { } completed) (completed.Status, completed.DurationMs) = (ended.Status, ended.DurationMs);
                break;
            case StepStarted started:
                ApplyStep(started);
                break;
            case StepRetried retried:
                if (Find(retried.StepId) is { } again) again.Attempt = retried.Attempt;
                break;
            case StepCompleted ended:
                End(ended.StepId, StepStatus.Completed, ended.DurationMs, ended.Detail, ended.Confidence, ended.Artifact);
                Percentage = Math.Max(Percentage, ended.Percentage);
                break;
            case StepFailed ended:
                End(ended.StepId, StepStatus.Failed, ended.DurationMs, ended.Error?.Message);
                break;
            case StepSkipped ended:
                End(ended.StepId, StepStatus.Skipped, ended.DurationMs, ended.Reason);
                break;
            case StepCancelled ended:
                End(ended.StepId, StepStatus.Cancelled, ended.DurationMs, ended.Reason);
                break;
            case Progressed progressed:
                Percentage = Math.Max(Percentage, progressed.Percentage);
                break;
            case MetricsReported reported:
                foreach (var metric in reported.Metrics) Apply(metric);
                break;
            case ConfidenceReported { Scope: "workflow" } reported:
                _ownConfidence = reported.Value;
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
        Confidence = _ownConfidence ?? MeanConfidence(),
        Phases = [.. Phases.Select(phase => phase.ToSummary())],
        Steps = [.. Steps.Select(step => step.ToSummary())],
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
        Steps.Add(step);
        OpenSteps.Add(step);
        _stepsById[step.Id] = step;
        if (step.ParentId is null && Phases.FindLast(phase => phase.Name == step.Phase) is { } phase) phase.StepsSeen++;
    }

    private void End(string stepId, StepStatus status, double durationMs, string? detail, double? confidence = null, string? artifact = null)
    {
        if (Find(stepId) is not { } step) return;
        OpenSteps.Remove(step);
        (step.Status, step.DurationMs, step.Detail, step.Confidence, step.Artifact) = (status, durationMs, detail, confidence, artifact);
        if (step.ParentId is null && Phases.FindLast(phase => phase.Name == step.Phase) is { } phase) phase.StepsEnded++;
    }

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

    private double? MeanConfidence()
    {
        var known = Steps.Where(step => step.Confidence is not null).Select(step => step.Confidence!.Value).ToArray();
        return known.Length == 0 ? null : Math.Round(known.Average(), 4);
    }
}
