namespace LiveWorkflows.Metrics;

/// <summary>What a timer of a workflow has measured so far, and the distribution of what it measured since that was last taken.</summary>
internal sealed class TimerStatistics
{
    private readonly Lock _gate = new();
    private TimerSummary _summary = new(0, 0, double.MaxValue, 0, 0);
    private Histogram _recent = new();

    public TimerSummary Summary
    {
        get
        {
            lock (_gate) return _summary;
        }
    }

    public void Add(TimeSpan elapsed)
    {
        var ms = Math.Round(elapsed.TotalMilliseconds, 3);
        lock (_gate)
        {
            _summary = new TimerSummary(_summary.Count + 1, _summary.SumMs + ms, Math.Min(_summary.MinMs, ms), Math.Max(_summary.MaxMs, ms), ms);
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
            return (_summary, recent);
        }
    }

    public void Restore(TimerSummary summary)
    {
        lock (_gate) _summary = summary;
    }
}
