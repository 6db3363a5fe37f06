using System.Text.Json.Serialization;
using LiveWorkflows.Alerts;

namespace LiveWorkflows.Reports;

/// <summary>What happened in a window of time.</summary>
public sealed record WorkflowReport
{
    /// <summary>The window's beginning, which belongs to it; a multiple of <see cref="ResolutionSeconds"/>.</summary>
    public required DateTimeOffset From { get; init; }

    /// <summary>The window's end, which does not: that of the running slot, at most <see cref="ResolutionSeconds"/> from now.</summary>
    public required DateTimeOffset To { get; init; }

    /// <summary>What the window's edges are multiples of, in seconds: 5 up to 24 hours, 3,600 beyond.</summary>
    public double ResolutionSeconds { get; init; } = 5;

    /// <summary>The type of workflow that the report is about; null: all.</summary>
    public string? Type { get; init; }

    /// <summary>How many workflows.</summary>
    public required RunCounts Workflows { get; init; }

    /// <summary>How long the completed and failed ones took, in milliseconds.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required DurationFigures DurationMs { get; init; }

    /// <summary>The workflows by type.</summary>
    public IReadOnlyList<TypeFigures> Types { get; init; } = [];

    /// <summary>The phases, those that took most first.</summary>
    public IReadOnlyList<PartFigures> Phases { get; init; } = [];

    /// <summary>The steps, those that took most first.</summary>
    public IReadOnlyList<PartFigures> Steps { get; init; } = [];

    /// <summary>Where the time goes.</summary>
    public IReadOnlyList<Bottleneck> Bottlenecks { get; init; } = [];

    /// <summary>The errors, those that happened most often first.</summary>
    public IReadOnlyList<ErrorPattern> ErrorPatterns { get; init; } = [];

    /// <summary>The alerts that fired at some time in the window, newest first.</summary>
    public IReadOnlyList<Alert> Alerts { get; init; } = [];

    /// <summary>Timers by name, in milliseconds.</summary>
    public IReadOnlyDictionary<string, DurationFigures> Timers { get; init; } = new Dictionary<string, DurationFigures>();

    /// <summary>Counters by name: the sum over the runs that ended in the window.</summary>
    public IReadOnlyDictionary<string, double> Counters { get; init; } = new Dictionary<string, double>();

    /// <summary>Gauges by name: the value of the run that ended last.</summary>
    public IReadOnlyDictionary<string, double> Gauges { get; init; } = new Dictionary<string, double>();

    /// <summary>Rates by name, per minute: the mean over the runs that ended in the window.</summary>
    public IReadOnlyDictionary<string, double> Rates { get; init; } = new Dictionary<string, double>();

    /// <summary>How often a name of a part or a measurement found no room, since the program began; such names count as <c>(other)</c>.</summary>
    public long OtherNames { get; init; }

    /// <summary>What tracking costs.</summary>
    public required TrackerFigures Tracker { get; init; }

    /// <summary>failed / (completed + failed), 0 to 1; 0 when nothing ended.</summary>
    [JsonIgnore]
    public double ErrorRate => Workflows.ErrorRate;

    /// <summary>The mean duration; null when nothing ended.</summary>
    [JsonIgnore]
    public TimeSpan? AverageDuration => ToTime(DurationMs.Average);

    /// <summary>The duration that half of the runs did not exceed.</summary>
    [JsonIgnore]
    public TimeSpan? P50 => ToTime(DurationMs.P50);

    /// <summary>The duration that 95 of 100 runs did not exceed.</summary>
    [JsonIgnore]
    public TimeSpan? P95 => ToTime(DurationMs.P95);

    /// <summary>The duration that 99 of 100 runs did not exceed.</summary>
    [JsonIgnore]
    public TimeSpan? P99 => ToTime(DurationMs.P99);

    private static TimeSpan? ToTime(double? ms) => ms is { } known ? TimeSpan.FromMilliseconds(known) : null;
}
