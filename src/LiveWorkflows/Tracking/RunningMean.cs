namespace LiveWorkflows.Tracking;

/// <summary>A mean that keeps no values.</summary>
internal sealed class RunningMean
{
    private double _sum;
    private int _count;

    /// <summary>The mean, to four places; null before the first value.</summary>
    public double? Value => _count == 0 ? null : Math.Round(_sum / _count, 4);

    public void Add(double value)
    {
        _sum += value;
        _count++;
    }

    /// <summary>Puts one value in another's place.</summary>
    public void Replace(double before, double value) => _sum += value - before;
}
