using LiveWorkflows.Events;
using LiveWorkflows.Metrics;

namespace LiveWorkflows.Reports;

/// <summary>What a run that is not over has shown so far, added up in bounded memory: the parts it has, its critical path, its errors.</summary>
/// <remarks>Fed with every event in order; knows by their numbers when one is missing.</remarks>
internal sealed class RunFold
{
    /// <summary>Parts of a run that are told apart; further names count as one.</summary>
    public const int MostParts = 500;

    /// <summary>Errors of a run that are told apart by kind, wording and time.</summary>
    private const int MostErrors = 500;

    private const int MostTimers = 100;
    private static readonly TimeSpan Together = TimeSpan.FromSeconds(5);

    private readonly Dictionary<(string Phase, string? Step), int> _partNumbers = [];
    private readonly List<(string Phase, string? Step, Tally Tally)> _parts = [];
    private readonly CriticalPath _path = new();
    private readonly Dictionary<string, string> _stepNames = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Fingerprint, string? Template, long Slot), ErrorFact> _errors = [];
    private readonly Dictionary<string, (long Count, double SumMs, Histogram Durations)> _timers = new(StringComparer.Ordinal);

    /// <summary>Whether it has seen every event from the first on.</summary>
    public bool IsWhole { get; private set; } = true;

    public long LastSeq { get; private set; }

    public DateTimeOffset LastAt { get; private set; }

    public IReadOnlyCollection<ErrorFact> Errors => _errors.Values;

    public void Apply(WorkflowEvent workflowEvent)
    {
        if (workflowEvent.Seq <= LastSeq) return;
        if (workflowEvent.Seq != LastSeq + 1) IsWhole = false;
        (LastSeq, LastAt) = (workflowEvent.Seq, workflowEvent.Timestamp);
        switch (workflowEvent)
        {
            case PhaseCompleted ended:
                PartOf(ended.Phase, null, ended.Status == StepStatus.Failed, 1, ended.DurationMs);
                break;
            case StepStarted started:
                if (_stepNames.Count < MostParts * 20) _stepNames[started.StepId] = started.StepName;
                _path.Begin(started.StepId, started.ParentStepId);
                break;
            case StepCompleted ended:
                End(ended.StepId, ended.Phase, ended.StepName, false, ended.Attempt, ended.DurationMs);
                break;
            case StepFailed ended:
                End(ended.StepId, ended.Phase, ended.StepName, true, ended.Attempt, ended.DurationMs);
                break;
            case StepSkipped ended:
                End(ended.StepId, ended.Phase, ended.StepName, false, ended.Attempt, ended.DurationMs);
                break;
            case StepCancelled ended:
                End(ended.StepId, ended.Phase, ended.StepName, false, ended.Attempt, ended.DurationMs);
                break;
            case MetricsReported reported:
                foreach (var metric in reported.Metrics.Where(metric => metric.Kind == MetricKind.Timer)) Measure(metric);
                break;
            case ErrorReported reported:
                Add(ErrorFact.Of(reported, reported.StepId is { } id ? _stepNames.GetValueOrDefault(id) ?? NameIn(id) : null));
                break;
        }
    }

    /// <summary>What remains when the run is over.</summary>
    public RunFact ToFact(WorkflowSummary summary, DateTimeOffset endedAt)
    {
        if (_parts.Count == 0) Apply(summary);
        return new RunFact
        {
            Type = summary.Type ?? summary.Name,
            Status = summary.Status,
            StartedAt = summary.StartedAt,
            EndedAt = endedAt,
            DurationMs = summary.DurationMs,
            Phases = [.. _parts.Where(part => part.Step is null).Select(part => FactOf(part, 0))],
            Steps = [.. _parts.Index().Where(part => part.Item.Step is not null).Select(part => FactOf(part.Item, _path.TimeOf(part.Index)))],
            Errors = [.. _errors.Values.OrderBy(error => error.At)],
            Timings = _timers.ToDictionary(timer => timer.Key, timer => HistogramFact.Of(timer.Value.Durations), StringComparer.Ordinal),
            Counters = summary.Counters,
            Gauges = summary.Gauges,
            Rates = summary.Rates,
        };
    }

    /// <summary>The log is gone with the events that were missed: the summary of the last event is what there is.</summary>
    private void Apply(WorkflowSummary summary)
    {
        foreach (var phase in summary.Phases.Where(phase => phase.DurationMs is not null)) PartOf(phase.Name, null, phase.Status == StepStatus.Failed, 1, phase.DurationMs!.Value);
        foreach (var step in summary.Steps.Where(step => step.DurationMs is not null))
            PartOf(step.Phase, step.Name, step.Status == StepStatus.Failed, step.Attempt, step.DurationMs!.Value);
    }

    private static PartFact FactOf((string Phase, string? Step, Tally Tally) part, long pathMicroseconds) => new()
    {
        Phase = part.Phase,
        Step = part.Step,
        Failed = part.Tally.Failed,
        Retries = part.Tally.Retries,
        PathMicroseconds = pathMicroseconds,
        Durations = HistogramFact.Of(part.Tally.Durations),
    };

    private static string NameIn(string stepId) => stepId[(stepId.LastIndexOf('/') + 1)..];

    private void End(string stepId, string phase, string step, bool hasFailed, int attempts, double durationMs)
    {
        _stepNames.Remove(stepId);
        _path.End(stepId, PartOf(phase, step, hasFailed, attempts, durationMs), Histogram.ToMicroseconds(durationMs));
    }

    private int PartOf(string phase, string? step, bool hasFailed, int attempts, double durationMs)
    {
        if (!_partNumbers.TryGetValue((phase, step), out var number))
        {
            if (_parts.Count >= MostParts)
            {
                (phase, step) = (SeriesTable.Other, step is null ? null : SeriesTable.Other);
                _partNumbers.TryGetValue((phase, step), out number);
            }

            if (!_partNumbers.ContainsKey((phase, step)))
            {
                _partNumbers[(phase, step)] = number = _parts.Count;
                _parts.Add((phase, step, new Tally()));
            }
        }

        var tally = _parts[number].Tally;
        tally.Durations.Record(durationMs);
        tally.Failed += hasFailed ? 1 : 0;
        tally.Retries += Math.Max(0, attempts - 1);
        return number;
    }

    private void Add(ErrorFact error)
    {
        var key = (error.Fingerprint, error.Template, error.At.UtcTicks / Together.Ticks);
        if (_errors.TryGetValue(key, out var known)) _errors[key] = known with { Count = known.Count + 1, LastAt = error.At };
        else if (_errors.Count < MostErrors) _errors[key] = error;
        else
        {
            // Too many kinds to tell apart: they still count, as the kind that came first.
            var (first, fact) = _errors.First();
            _errors[first] = fact with { Count = fact.Count + 1, LastAt = error.At };
        }
    }

    /// <summary>A timer tells what it measured since it was told last; where it gives no samples, the last is known and the others by their mean.</summary>
    private void Measure(Metric metric)
    {
        if (!_timers.TryGetValue(metric.Name, out var timer))
        {
            if (_timers.Count >= MostTimers) return;
            timer = (0, 0, new Histogram());
        }

        var (count, sumMs) = (metric.Count ?? 0, metric.SumMs ?? 0);
        var more = count - timer.Count;
        if (metric.SamplesMs is { Count: > 0 } samples && (metric.SampleCounts?.Sum() ?? samples.Count) == more)
        {
            if (metric.SampleCounts is { } counts)
            {
                timer.Durations.AddBins(
                    samples.Zip(counts, (ms, times) => (Histogram.BinOf(Histogram.ToMicroseconds(ms)), times)),
                    Histogram.ToMicroseconds(sumMs) - Histogram.ToMicroseconds(timer.SumMs),
                    Histogram.ToMicroseconds(samples[0]),
                    Histogram.ToMicroseconds(samples[^1]));
            }
            else
            {
                foreach (var ms in samples) timer.Durations.Record(ms);
            }
        }
        else if (more > 0)
        {
            var last = metric.LastMs ?? 0;
            timer.Durations.Record(last);
            if (more > 1) timer.Durations.RecordMicroseconds(Histogram.ToMicroseconds((sumMs - timer.SumMs - last) / (more - 1)), more - 1);
        }

        _timers[metric.Name] = (count, sumMs, timer.Durations);
    }
}
