using System.Collections.Concurrent;
using LiveWorkflows.Events;

namespace LiveWorkflows.Metrics;

/// <summary>The counters, gauges, rates and timers of one workflow, and which of them changed since they were last told.</summary>
internal sealed class MetricSet(TimeProvider time)
{
    /// <summary>Different handles of one workflow that are told; beyond, a handle works and nobody is told, so that names made of data cost bounded memory.</summary>
    private const int Most = 1_000;

    private readonly Dictionary<(MetricKind, string), double> _told = [];
    private ConcurrentDictionary<(MetricKind Kind, string Name), object>? _handles;
    private int _count;

    /// <summary>Made with the first handle: most workflows of a busy program measure little, and ten thousand may be open.</summary>
    private ConcurrentDictionary<(MetricKind Kind, string Name), object> Handles =>
        Volatile.Read(ref _handles) ?? Interlocked.CompareExchange(ref _handles, new(), null) ?? _handles;

    public Counter Counter(string name, string? unit) => Handle(MetricKind.Counter, name, unit, static (key, of) => new Counter(key.Name, of));

    public Gauge Gauge(string name, string? unit) => Handle(MetricKind.Gauge, name, unit, static (key, of) => new Gauge(key.Name, of));

    public Rate Rate(string name, string? unit) => Handle(MetricKind.Rate, name, (unit, time), static (key, of) => new Rate(key.Name, of.unit, of.time));

    public TimerStatistics Timer(string name) => Handle(MetricKind.Timer, name, 0, static (_, _) => new TimerStatistics());

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
        if (Volatile.Read(ref _handles) is not { } handles) return null;
        List<Metric>? changed = null;
        foreach (var ((kind, name), handle) in handles)
        {
            if (Changed(kind, name, handle) is { } metric) (changed ??= []).Add(metric);
        }

        return changed;
    }

    private Metric? Changed(MetricKind kind, string name, object handle)
    {
        switch (handle)
        {
            case Counter counter:
                var value = counter.Value;
                return IsNews(kind, name, value) ? new Metric { Name = name, Kind = kind, Unit = counter.Unit, Value = value } : null;
            case Gauge gauge:
                var set = gauge.Value;
                return !double.IsNaN(set) && IsNews(kind, name, set) ? new Metric { Name = name, Kind = kind, Unit = gauge.Unit, Value = set } : null;
            case Rate rate:
                var perMinute = rate.PerMinute;
                return IsNews(kind, name, perMinute) ? new Metric { Name = name, Kind = kind, Unit = rate.Unit, PerMinute = perMinute } : null;
            default:
                var (timer, recent) = ((TimerStatistics)handle).Take();
                return timer.Count > 0 && IsNews(kind, name, timer.Count) ? ToMetric(name, timer, recent) : null;
        }
    }

    private static Metric ToMetric(string name, TimerSummary timer, Histogram recent) => new()
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
    };

    private T Handle<T, TArgument>(MetricKind kind, string name, TArgument argument, Func<(MetricKind Kind, string Name), TArgument, T> make) where T : class
    {
        var handles = Handles;
        var key = (kind, name);
        if (handles.TryGetValue(key, out var known)) return (T)known;
        return Volatile.Read(ref _count) >= Most ? make(key, argument) : Add(handles, key, make(key, argument));
    }

    private T Add<T>(ConcurrentDictionary<(MetricKind Kind, string Name), object> handles, (MetricKind, string) key, T made) where T : class
    {
        var kept = handles.GetOrAdd(key, made);
        if (ReferenceEquals(kept, made)) Interlocked.Increment(ref _count);
        return (T)kept;
    }

    private bool IsNews(MetricKind kind, string name, double value)
    {
        if (_told.TryGetValue((kind, name), out var told) && told.Equals(value)) return false;
        _told[(kind, name)] = value;
        return true;
    }
}
