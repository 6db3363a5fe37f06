using System.Collections.Concurrent;
using LiveWorkflows.Events;

namespace LiveWorkflows.Metrics;

/// <summary>The counters, gauges, rates and timers of one workflow, and which of them changed since they were last told.</summary>
internal sealed class MetricSet(TimeProvider time)
{
    private readonly ConcurrentDictionary<string, Counter> _counters = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Gauge> _gauges = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Rate> _rates = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, TimerStatistics> _timers = new(StringComparer.Ordinal);
    private readonly Dictionary<(MetricKind, string), double> _told = [];

    public Counter Counter(string name, string? unit) => _counters.GetOrAdd(name, static (key, of) => new Counter(key, of), unit);

    public Gauge Gauge(string name, string? unit) => _gauges.GetOrAdd(name, static (key, of) => new Gauge(key, of), unit);

    public Rate Rate(string name, string? unit) => _rates.GetOrAdd(name, static (key, of) => new Rate(key, of.unit, of.time), (unit, time));

    public TimerStatistics Timer(string name) => _timers.GetOrAdd(name, static _ => new TimerStatistics());

    /// <summary>Takes up the figures of a workflow that another worker began, so that counters go on where they were.</summary>
    public void Restore(WorkflowSummary summary)
    {
        foreach (var (name, value) in summary.Counters)
        {
            Counter(name, null).Restore((long)value);
            _told[(MetricKind.Counter, name)] = value;
        }

        foreach (var (name, value) in summary.Gauges)
        {
            Gauge(name, null).Set(value);
            _told[(MetricKind.Gauge, name)] = value;
        }

        foreach (var (name, timer) in summary.Timers)
        {
            Timer(name).Restore(timer);
            _told[(MetricKind.Timer, name)] = timer.Count;
        }
    }

    /// <summary>The measurements that changed since the last call; called by one thread at a time.</summary>
    public List<Metric>? TakeChanged()
    {
        List<Metric>? changed = null;
        foreach (var (name, counter) in _counters)
        {
            if (IsNews(MetricKind.Counter, name, counter.Value))
                (changed ??= []).Add(new Metric { Name = name, Kind = MetricKind.Counter, Unit = counter.Unit, Value = counter.Value });
        }

        foreach (var (name, gauge) in _gauges)
        {
            var value = gauge.Value;
            if (!double.IsNaN(value) && IsNews(MetricKind.Gauge, name, value))
                (changed ??= []).Add(new Metric { Name = name, Kind = MetricKind.Gauge, Unit = gauge.Unit, Value = value });
        }

        foreach (var (name, rate) in _rates)
        {
            var perMinute = rate.PerMinute;
            if (IsNews(MetricKind.Rate, name, perMinute))
                (changed ??= []).Add(new Metric { Name = name, Kind = MetricKind.Rate, Unit = rate.Unit, PerMinute = perMinute });
        }

        foreach (var (name, statistics) in _timers)
        {
            var (timer, recent) = statistics.Take();
            if (timer.Count == 0 || !IsNews(MetricKind.Timer, name, timer.Count)) continue;
            (changed ??= []).Add(new Metric
            {
                Name = name,
                Kind = MetricKind.Timer,
                Unit = "ms",
                Count = timer.Count,
                SumMs = timer.SumMs,
                MinMs = timer.MinMs,
                MaxMs = timer.MaxMs,
                LastMs = timer.LastMs,
                SamplesMs = recent.IsExact ? [.. recent.Samples().Select(us => us / 1000.0)] : [.. recent.Bins().Select(bin => Histogram.MiddleOf(bin.Bin) / 1000)],
                SampleCounts = recent.IsExact ? null : [.. recent.Bins().Select(bin => bin.Count)],
            });
        }

        return changed;
    }

    private bool IsNews(MetricKind kind, string name, double value)
    {
        if (_told.TryGetValue((kind, name), out var told) && told.Equals(value)) return false;
        _told[(kind, name)] = value;
        return true;
    }
}
