namespace LiveWorkflows.Bench;

/// <summary>Order statistics of samples.</summary>
internal static class Statistics
{
    public static double Median(IEnumerable<double> samples) => Percentile([.. samples], 0.5);

    /// <summary>The smallest sample that at least this part of all samples does not pass (nearest rank). Sorts the samples.</summary>
    public static double Percentile(double[] samples, double part)
    {
        if (samples.Length == 0) return double.NaN;
        Array.Sort(samples);
        return samples[Math.Clamp((int)Math.Ceiling(part * samples.Length) - 1, 0, samples.Length - 1)];
    }
}
