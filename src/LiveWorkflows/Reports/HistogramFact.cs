using LiveWorkflows.Metrics;

namespace LiveWorkflows.Reports;

/// <summary>A distribution of durations as a run leaves it: few samples themselves, many as bins and how often each.</summary>
internal sealed record HistogramFact
{
    /// <summary>The samples in microseconds, ascending.</summary>
    public IReadOnlyList<long>? Samples { get; init; }

    /// <summary>Bin, count, bin, count … of a <see cref="Histogram"/>.</summary>
    public IReadOnlyList<long>? Bins { get; init; }

    public long Sum { get; init; }

    public long Min { get; init; }

    public long Max { get; init; }

    public static HistogramFact Of(Histogram histogram) => histogram.IsExact
        ? new HistogramFact { Samples = histogram.Samples() }
        : new HistogramFact
        {
            Bins = [.. histogram.Bins().SelectMany(bin => new[] { bin.Bin, bin.Count })], Sum = histogram.Sum, Min = histogram.Min, Max = histogram.Max,
        };

    public void AddTo(Histogram histogram)
    {
        foreach (var sample in Samples ?? []) histogram.RecordMicroseconds(sample);
        if (Bins is { Count: > 1 } bins) histogram.AddBins(Enumerable.Range(0, bins.Count / 2).Select(i => ((int)bins[2 * i], bins[2 * i + 1])), Sum, Min, Max);
    }
}
