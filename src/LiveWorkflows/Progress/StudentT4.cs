namespace LiveWorkflows.Progress;

/// <summary>Student's t-distribution with four degrees of freedom: bell-shaped, with a tail heavy enough for what gets stuck.</summary>
/// <remarks>Four is one of the few degrees whose distribution and quantile have closed forms: W. T. Shaw, "Sampling Student's T distribution", J. Comp. Finance 9(4), 2006.</remarks>
internal static class StudentT4
{
    /// <summary>Beyond this the tail's last digits are lost; so far out a thing is stuck anyway.</summary>
    private const double Far = 1000;

    /// <summary>The probability of a value above <paramref name="z"/>.</summary>
    public static double UpperTail(double z)
    {
        z = Math.Clamp(z, -Far, Far);
        var square = 1 + z * z / 4;
        return 0.5 - 0.375 * z / Math.Sqrt(square) * (1 - z * z / (12 * square));
    }

    /// <summary>The value above which there is the probability <paramref name="tail"/>, 0 to 1.</summary>
    public static double OfUpperTail(double tail)
    {
        tail = Math.Clamp(tail, 1e-13, 1 - 1e-13);
        var root = Math.Sqrt(4 * tail * (1 - tail));
        var q = Math.Cos(Math.Acos(Math.Min(1, root)) / 3) / root;
        return Math.Sign(0.5 - tail) * 2 * Math.Sqrt(Math.Max(0, q - 1));
    }
}
