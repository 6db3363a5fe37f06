namespace LiveWorkflows.Metrics;

/// <summary>What a timer of a workflow has measured so far, and the distribution of what it measured since that was last taken.</summary>
internal sealed class TimerStatistics
{
    private readonly Lock _gate = new();
    private long _count;
    private double _sumMs;
    private double _minMs = double.MaxValue;
    private double _maxMs;
    private double _lastMs;
    private Histogram _recent = new();

    public TimerSummary Summary
    {
        get
        {
            lock (_gate) return ToSummary();
        }
    }

    public void Add(TimeSpan elapsed)
    {
        var ms = Math.Round(elapsed.TotalMilliseconds, 3);
        lock (_gate)
        {
            _count++;
            _sumMs += ms;
            _minMs = Math.Min(_minMs, ms);
            _maxMs = Math.Max(_maxMs, ms);
            _lastMs = ms;
            _recent.Record(ms);
        }
    }

    /// <summary>The figures, with what came since the last call.</summary>
    public (TimerSummary Summary, Histogram Recent) Take()
    {
        lock (_gate)
        {
            var recent = _recent;
            if (recent.Count > 0) _recent = new Histogram();
            return (ToSummary(), recent);
        }
    }

    public void Restore(TimerSummary summary)
    {
        lock (_gate) (_count, _sumMs, _minMs, _maxMs, _lastMs) = (summary.Count, summary.SumMs, summary.MinMs, summary.MaxMs, summary.LastMs);
    }

    private TimerSummary ToSummary() => new(_count, _sumMs, _minMs, _maxMs, _lastMs);
}
