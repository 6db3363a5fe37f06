namespace LiveWorkflows.Events;

/// <summary>A measurement as it stands.</summary>
public sealed record Metric
{
    /// <summary>The measurement's name.</summary>
    public required string Name { get; init; }

    /// <summary>What it is; tells which of the figures are set.</summary>
    public required MetricKind Kind { get; init; }

    /// <summary>The unit, such as <c>pages</c> or <c>ms</c>.</summary>
    public string? Unit { get; init; }

    /// <summary>A counter's or a gauge's value.</summary>
    public double? Value { get; init; }

    /// <summary>A rate: marks per minute, over the last 60 s.</summary>
    public double? PerMinute { get; init; }

    /// <summary>A timer: how often it was stopped.</summary>
    public long? Count { get; init; }

    /// <summary>A timer: the sum, in milliseconds.</summary>
    public double? SumMs { get; init; }

    /// <summary>A timer: the shortest, in milliseconds.</summary>
    public double? MinMs { get; init; }

    /// <summary>A timer: the longest, in milliseconds.</summary>
    public double? MaxMs { get; init; }

    /// <summary>A timer: the last, in milliseconds.</summary>
    public double? LastMs { get; init; }

    /// <summary>A timer: what it measured since it was told last, in milliseconds, ascending; from 20 on within 1 %, like ones together.</summary>
    public IReadOnlyList<double>? SamplesMs { get; init; }

    /// <summary>A timer: how often each of <see cref="SamplesMs"/> was measured; null: once each.</summary>
    public IReadOnlyList<long>? SampleCounts { get; init; }
}
