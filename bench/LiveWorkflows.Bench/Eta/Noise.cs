namespace LiveWorkflows.Bench.Eta;

/// <summary>How much simulated runs differ: standard deviations on the logarithm, of a step's duration and of a whole run's pace.</summary>
internal sealed record Noise(string Name, double Step, double Pace)
{
    /// <summary>The grid that is printed.</summary>
    public static IReadOnlyList<Noise> Grid { get; } = [new("low", 0.3, 0.1), new("mid", 0.45, 0.2), new("high", 0.6, 0.3)];
}
