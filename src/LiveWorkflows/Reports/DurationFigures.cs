using System.Text.Json.Serialization;
using LiveWorkflows.Metrics;

namespace LiveWorkflows.Reports;

/// <summary>Figures of a set of durations, in milliseconds; null when there were none. Quantiles are exact below 20 samples and within 1 % above.</summary>
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

    internal static DurationFigures Of(Histogram durations) => durations.Count == 0 ? new DurationFigures() : new DurationFigures
    {
        Count = durations.Count,
        Average = Milliseconds((double)durations.Sum / durations.Count),
        Min = Milliseconds(durations.Min),
        Max = Milliseconds(durations.Max),
        P50 = Milliseconds(durations.Quantile(0.50)),
        P95 = Milliseconds(durations.Quantile(0.95)),
        P99 = Milliseconds(durations.Quantile(0.99)),
    };

    private static double Milliseconds(double microseconds) => Math.Round(microseconds / 1000, 3);
}
