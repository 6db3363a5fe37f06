namespace LiveWorkflows.Progress;

/// <summary>How long something still takes.</summary>
/// <param name="Median">In milliseconds.</param>
/// <param name="P90">In milliseconds; never below the median.</param>
internal readonly record struct RemainingTime(double Median, double P90)
{
    private const double LargestSigma = 2;

    /// <summary>The spread of the logarithm that a log-normal of this median and p90 has.</summary>
    private double Sigma => Median <= 0 ? 0 : Math.Clamp(Math.Log(Math.Max(P90, Median) / Median) / DurationSpread.Z90, 0, LargestSigma);

    public static RemainingTime Of(DurationSpread spread, double elapsed)
    {
        var median = spread.Remaining(0.5, elapsed);
        return new RemainingTime(median, Math.Max(median, spread.Remaining(0.9, elapsed)));
    }

    /// <summary>One after the other: medians add up; the spread is that of the log-normal with the sum's mean and variance (L. F. Fenton, IRE Trans. Commun. Syst. 8, 1960).</summary>
    /// <remarks>Fenton's own median is not taken: of heavy tails the variance is so large that it lies above what half of the runs take.</remarks>
    /// <param name="next">What comes behind.</param>
    /// <param name="shared">The variance on the logarithm that both have in common, and already hold: the doubt about the run's pace.</param>
    public RemainingTime Then(RemainingTime next, double shared)
    {
        var (mean, variance) = Moments();
        var (nextMean, nextVariance) = next.Moments();
        var sum = mean + nextMean;
        if (sum <= 0) return default;
        var square = Math.Log(1 + (variance + nextVariance + 2 * mean * nextMean * (Math.Exp(shared) - 1)) / (sum * sum));
        var median = Median + next.Median;
        return new RemainingTime(median, median * Math.Exp(DurationSpread.Z90 * Math.Sqrt(square)));
    }

    /// <summary>Beside each other: what takes longer decides.</summary>
    public RemainingTime Beside(RemainingTime other) => new(Math.Max(Median, other.Median), Math.Max(P90, other.P90));

    private (double Mean, double Variance) Moments()
    {
        var square = Sigma * Sigma;
        var mean = Median * Math.Exp(square / 2);
        return (mean, mean * mean * (Math.Exp(square) - 1));
    }
}
