using System.Diagnostics.Metrics;
using LiveWorkflows.Events;

namespace LiveWorkflows.Telemetry;

/// <summary>The meter: how long workflows and steps take, what fails, and what tracking costs.</summary>
internal sealed class MetricWriter : IDisposable
{
    private const string TypeTag = "liveworkflows.workflow.type";
    private const string PhaseTag = "liveworkflows.phase";
    private const string StepTag = "liveworkflows.step.name";
    private const string StatusTag = "liveworkflows.status";
    private const string ErrorTag = "error.type";

    /// <summary>Seconds; from a hundredth to an hour, since workflows take longer than requests.</summary>
    private static readonly InstrumentAdvice<double> Buckets = new()
    {
        HistogramBucketBoundaries = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 900, 3600],
    };

    private readonly Meter _meter;
    private readonly SeriesLimit _limit;
    private readonly Histogram<double> _workflows;
    private readonly Histogram<double> _steps;
    private readonly Counter<long> _errors;

    public MetricWriter(IMeterFactory? factory, int maxSeries, WorkflowTracker tracker)
    {
        _meter = factory?.Create(WorkflowTelemetryOptions.Name) ?? new Meter(WorkflowTelemetryOptions.Name);
        _limit = new SeriesLimit(maxSeries);
        _workflows = _meter.CreateHistogram("liveworkflows.workflow.duration", "s", "How long workflows took.", null, Buckets);
        _steps = _meter.CreateHistogram("liveworkflows.step.duration", "s", "How long steps took.", null, Buckets);
        _errors = _meter.CreateCounter<long>("liveworkflows.errors", "{error}", "Errors that workflows reported.");
        _meter.CreateObservableUpDownCounter("liveworkflows.workflow.active", () => Active(tracker), "{workflow}", "Workflows that run here at present.");
        _meter.CreateObservableCounter("liveworkflows.tracker.events", () => tracker.Statistics.Events, "{event}", "Events that were stored.");
        _meter.CreateObservableCounter("liveworkflows.tracker.dropped", () => tracker.Statistics.Dropped, "{event}", "Lines of log that were dropped, since the log was behind.");
        _meter.CreateObservableCounter("liveworkflows.tracker.stalled", () => tracker.Statistics.Stalled.TotalSeconds, "s", "How long calls waited for the log.");
        _meter.CreateObservableUpDownCounter("liveworkflows.tracker.unstored", () => tracker.Statistics.UnstoredBytes, "By", "What waits to be stored.");
        _meter.CreateObservableUpDownCounter("liveworkflows.tracker.subscribers", () => (long)tracker.Statistics.Subscribers, "{subscriber}", "Streams that watch.");
    }

    /// <summary>Whether anybody wants what the events tell; the observed ones ask by themselves.</summary>
    public bool IsWanted => _workflows.Enabled || _steps.Enabled || _errors.Enabled;

    /// <summary>Records what an event of a workflow of this type tells. For one thread at a time.</summary>
    public void Write(WorkflowEvent workflowEvent, string workflowType)
    {
        switch (workflowEvent)
        {
            case StepCompleted ended:
                Step(workflowType, ended.Phase, ended.StepName, "completed", ended.DurationMs, null);
                break;
            case StepFailed ended:
                Step(workflowType, ended.Phase, ended.StepName, "failed", ended.DurationMs, ended.Error?.Code);
                break;
            case StepSkipped ended:
                Step(workflowType, ended.Phase, ended.StepName, "skipped", ended.DurationMs, null);
                break;
            case StepCancelled ended:
                Step(workflowType, ended.Phase, ended.StepName, "cancelled", ended.DurationMs, null);
                break;
            case ErrorReported reported:
                var (type, code, _) = _limit.Admit(workflowType, reported.Code);
                _errors.Add(1, new(TypeTag, type), new(ErrorTag, code));
                break;
            case WorkflowCompleted ended:
                Workflow(workflowType, "completed", ended.DurationMs, null);
                break;
            case WorkflowFailed ended:
                Workflow(workflowType, ended.Status == WorkflowStatus.Abandoned ? "abandoned" : "failed", ended.DurationMs, ended.Error.Code);
                break;
            case WorkflowCancelled ended:
                Workflow(workflowType, "cancelled", ended.DurationMs, null);
                break;
        }
    }

    public void Dispose() => _meter.Dispose();

    private void Workflow(string workflowType, string status, double durationMs, string? errorCode)
    {
        var (type, code, _) = _limit.Admit(workflowType, errorCode ?? "");
        if (errorCode is null) _workflows.Record(durationMs / 1000, new(TypeTag, type), new(StatusTag, status));
        else _workflows.Record(durationMs / 1000, new(TypeTag, type), new(StatusTag, status), new(ErrorTag, code));
    }

    private void Step(string workflowType, string phaseName, string stepName, string status, double durationMs, string? errorCode)
    {
        var (type, phase, step) = _limit.Admit(workflowType, phaseName, stepName);
        var tags = new System.Diagnostics.TagList { { TypeTag, type }, { PhaseTag, phase }, { StepTag, step }, { StatusTag, status } };
        if (errorCode is not null) tags.Add(ErrorTag, _limit.Admit(workflowType, errorCode).Item2);
        _steps.Record(durationMs / 1000, tags);
    }

    private static IEnumerable<Measurement<long>> Active(WorkflowTracker tracker) =>
        tracker.Active.GroupBy(workflow => workflow.Type, StringComparer.Ordinal).OrderByDescending(type => type.Count()).Take(100)
            .Select(type => new Measurement<long>(type.Count(), new KeyValuePair<string, object?>(TypeTag, type.Key)));
}
