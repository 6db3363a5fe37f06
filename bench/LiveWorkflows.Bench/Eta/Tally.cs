namespace LiveWorkflows.Bench.Eta;

/// <summary>The mean of something, with how often there was something to take.</summary>
internal sealed class Tally
{
    private double _sum;
    private int _taken;
    private int _asked;

    public double Mean => _taken == 0 ? double.NaN : _sum / _taken;

    public double Answered => _asked == 0 ? 0 : (double)_taken / _asked;

    public void Add(double? value)
    {
        _asked++;
        if (value is not { } taken) return;
        _taken++;
        _sum += taken;
    }
}
