namespace LiveWorkflows.Metrics;

/// <summary>What a timer of a workflow has measured so far.</summary>
internal sealed class TimerStatistics
{
    private readonly Lock _gate = new();
    private TimerSummary _summary = new(0, 0, double.MaxValue, 0, 0);

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
        }
    }

    public void Restore(TimerSummary summary)
    {
        lock (_gate) _summary = summary;
    }
}
