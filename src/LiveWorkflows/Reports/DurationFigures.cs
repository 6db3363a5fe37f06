using System.Text.Json.Serialization;

namespace LiveWorkflows.Reports;

/// <summary>Figures of a set of durations, in milliseconds; null when there were none.</summary>
public sealed record DurationFigures
{
    /// <summary>How many.</summary>
    public long Count { get; init; }

    /// <summary>The mean.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public double? Average { get; init; }

    /// <summary>The shortest.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public double? Min { get; init; }

    /// <summary>The longest.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public double? Max { get; init; }

    /// <summary>The median.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public double? P50 { get; init; }

    /// <summary>The 95th percentile.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public double? P95 { get; init; }

    /// <summary>The 99th percentile.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public double? P99 { get; init; }

    internal static DurationFigures Of(IEnumerable<double> samples)
    {
        double[] sorted = [.. samples.Order()];
        return sorted.Length == 0 ? new DurationFigures() : new DurationFigures
        {
            Count = sorted.Length,
            Average = Round(sorted.Average()),
            Min = sorted[0],
            Max = sorted[^1],
            P50 = Quantile(sorted, 0.50),
            P95 = Quantile(sorted, 0.95),
            P99 = Quantile(sorted, 0.99),
        };
    }

    /// <summary>Between two samples the line between them counts: definition 7 of Hyndman and Fan (1996), as in most statistics programs.</summary>
    private static double Quantile(double[] sorted, double fraction)
    {
        var place = (sorted.Length - 1) * fraction;
        var below = (int)place;
        var above = Math.Min(below + 1, sorted.Length - 1);
        return Round(sorted[below] + (sorted[above] - sorted[below]) * (place - below));
    }

    private static double Round(double ms) => Math.Round(ms, 3);
}
