namespace LiveWorkflows.Bench.Eta;

/// <summary>Rich's remaining time (progress.py of 13): items left over the mean speed between the first and last sample of the last 30 s, in whole seconds.</summary>
internal sealed class RichEstimator(int total)
{
    private const double PeriodMs = 30_000;
    private const int MaxSamples = 1000;
    private readonly Queue<double> _samples = new();
    private double _last;
    private int _count;

    public void Advance(double atMs)
    {
        _count++;
        while (_samples.TryPeek(out var oldest) && oldest < atMs - PeriodMs) _samples.Dequeue();
        if (_samples.Count == MaxSamples) _samples.Dequeue();
        _samples.Enqueue(atMs);
        _last = atMs;
    }

    /// <summary>In milliseconds; null where it shows "-:--:--".</summary>
    public double? Remaining()
    {
        if (_count >= total) return 0;
        if (_samples.Count < 2 || _last <= _samples.Peek()) return null;
        var perMs = (_samples.Count - 1) / (_last - _samples.Peek());
        return Math.Ceiling((total - _count) / perMs / 1000) * 1000;
    }
}
