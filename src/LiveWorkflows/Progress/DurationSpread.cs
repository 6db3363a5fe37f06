namespace LiveWorkflows.Progress;

/// <summary>What is believed of a duration: its logarithm is spread around <paramref name="Mu"/> as a bell with a heavy tail.</summary>
/// <remarks>
/// Durations of work are near log-normal. With few runs their spread is not known exactly, and the prediction for a log-normal of unknown spread is
/// a Student t on the logarithm (Gelman et al., Bayesian Data Analysis, 3.2). Four degrees of freedom are taken throughout; the scale is such that p90 is the log-normal's.
/// </remarks>
/// <param name="Mu">The median's natural logarithm, in milliseconds.</param>
/// <param name="Sigma">The standard deviation that the log-normal would have on the logarithm.</param>
internal readonly record struct DurationSpread(double Mu, double Sigma)
{
    /// <summary>The standard normal's p90.</summary>
    public const double Z90 = 1.2815515655446004;

    /// <summary>By this much Student's t with four degrees of freedom is shrunk to have the standard normal's p90.</summary>
    private const double Scale = Z90 / 1.5332062737131438;

    /// <summary>In milliseconds.</summary>
    public double Median => Math.Exp(Mu);

    /// <summary>How long it still takes with probability <paramref name="p"/>, given that it has taken <paramref name="elapsed"/> milliseconds already.</summary>
    /// <remarks>
    /// The quantile of D − t given D &gt; t. It first falls as time passes; once t is far beyond what is usual, it grows with t: whatever takes
    /// that long is of another kind, and nobody knows when it ends.
    /// </remarks>
    public double Remaining(double p, double elapsed)
    {
        var scale = Math.Max(Sigma, 1e-3) * Scale;
        var survived = elapsed > 0 ? StudentT4.UpperTail((Math.Log(elapsed) - Mu) / scale) : 1;
        return Math.Max(0, Math.Exp(Mu + scale * StudentT4.OfUpperTail(survived * (1 - p))) - Math.Max(0, elapsed));
    }

    /// <summary>With evidence for the whole duration, weighed by precision: the conjugate update of a normal mean on the logarithm.</summary>
    /// <param name="mu">The logarithm of what the evidence says, in milliseconds.</param>
    /// <param name="variance">How little it is to be trusted, on the logarithm.</param>
    public DurationSpread With(double mu, double variance)
    {
        var (prior, evidence) = (1 / Math.Max(Sigma * Sigma, 1e-6), 1 / Math.Max(variance, 1e-6));
        return new DurationSpread((Mu * prior + mu * evidence) / (prior + evidence), Math.Sqrt(1 / (prior + evidence)));
    }
}
