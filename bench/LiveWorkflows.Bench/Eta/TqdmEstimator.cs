namespace LiveWorkflows.Bench.Eta;

/// <summary>tqdm's remaining time (std.py of 4.67): items left over a rate that is an exponential moving average, smoothing 0.3, corrected for its start.</summary>
internal sealed class TqdmEstimator(int total)
{
    private const double Smoothing = 0.3;
    private const double MinimumIntervalMs = 100;
    private double _count;
    private double _items;
    private double _time;
    private int _calls;
    private double _lastCount;
    private double _lastAt;

    public void Advance(double atMs)
    {
        _count++;
        if (atMs - _lastAt < MinimumIntervalMs) return;
        _items = Smoothing * (_count - _lastCount) + (1 - Smoothing) * _items;
        _time = Smoothing * (atMs - _lastAt) + (1 - Smoothing) * _time;
        _calls++;
        (_lastCount, _lastAt) = (_count, atMs);
    }

    /// <summary>In milliseconds; null where it shows "?".</summary>
    public double? Remaining(double nowMs)
    {
        // Both averages carry the same correction, 1 / (1 - 0.7^calls), which cancels out in the rate.
        var rate = _calls > 0 ? _items / _time : _count / nowMs;
        return rate > 0 ? (total - _count) / rate : null;
    }
}
