namespace Resume2Website.Eval;

/// <summary>Whether values are right as often as their confidences say.</summary>
internal sealed class Calibration
{
    private const int Bins = 10;
    private readonly List<(double Confidence, bool IsRight)> _judged = [];

    /// <summary>How many values were judged.</summary>
    public int Count => _judged.Count;

    /// <summary>The share of them that are right.</summary>
    public double Accuracy => _judged.Count == 0 ? 0 : _judged.Average(value => value.IsRight ? 1.0 : 0);

    /// <summary>The expected calibration error over ten bins of equal width (M. P. Naeini, G. F. Cooper, M. Hauskrecht, AAAI 2015).</summary>
    public double Error => _judged
        .GroupBy(value => Math.Min(Bins - 1, (int)(value.Confidence * Bins)))
        .Sum(bin => Math.Abs(bin.Sum(value => value.Confidence) - bin.Count(value => value.IsRight))) / Math.Max(1, _judged.Count);

    /// <summary>Adds a value.</summary>
    public void Add(double confidence, bool isRight) => _judged.Add((confidence, isRight));
}
