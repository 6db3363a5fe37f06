using System.Globalization;

namespace LiveWorkflows.Alerts;

/// <summary>When to alert: a metric on one side of a threshold, for long enough. Bindable from configuration.</summary>
public sealed record AlertRule
{
    /// <summary>The rule's name, unique among the rules.</summary>
    public string Name { get; set; } = "";

    /// <summary>What it looks at.</summary>
    public AlertMetric Metric { get; set; }

    /// <summary>On which side of the threshold the condition holds; above by default.</summary>
    public AlertComparison Comparison { get; set; }

    /// <summary>The threshold: milliseconds for durations, 0 to 1 for the error rate, otherwise a number.</summary>
    public double Threshold { get; set; }

    /// <summary>How far back it looks, up to 24 hours; for stuck workflows how long they were silent. 15 minutes by default.</summary>
    public TimeSpan Window { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>Only this type of workflow; null: all together.</summary>
    public string? Type { get; set; }

    /// <summary>Only this phase.</summary>
    public string? Phase { get; set; }

    /// <summary>Only this step.</summary>
    public string? Step { get; set; }

    /// <summary>Only errors of this code.</summary>
    public string? Code { get; set; }

    /// <summary>How many runs, steps or errors there must be for the value to mean something; 1 by default, and 0 lets an empty window count.</summary>
    public int MinimumCount { get; set; } = 1;

    /// <summary>How long the condition must hold before it fires; at once by default.</summary>
    public TimeSpan For { get; set; }

    /// <summary>How long it goes on firing after the condition held last, so that a value near the threshold is one incident.</summary>
    public TimeSpan KeepFiring { get; set; }

    /// <summary>How urgent it is; a warning by default.</summary>
    public AlertSeverity Severity { get; set; } = AlertSeverity.Warning;

    /// <summary>The rules that hold unless the settings say otherwise: many failures, silent workflows, steps that became three times as slow.</summary>
    public static IReadOnlyList<AlertRule> Defaults { get; } =
    [
        new AlertRule
        {
            Name = "high_error_rate", Metric = AlertMetric.ErrorRate, Threshold = 0.2, MinimumCount = 5, KeepFiring = TimeSpan.FromMinutes(5), Severity = AlertSeverity.Critical,
        },
        new AlertRule { Name = "stuck_workflows", Metric = AlertMetric.StuckWorkflows, Threshold = 0, Window = TimeSpan.FromMinutes(30) },
        new AlertRule
        {
            Name = "slow_step", Metric = AlertMetric.StepSlowdown, Threshold = 3, MinimumCount = 10, For = TimeSpan.FromMinutes(1), KeepFiring = TimeSpan.FromMinutes(5),
        },
    ];

    internal bool IsHeldBy(double value) => Comparison == AlertComparison.Above ? value > Threshold : value < Threshold;

    internal IEnumerable<string> Problems(string key)
    {
        if (string.IsNullOrWhiteSpace(Name)) yield return $"{key}:{nameof(Name)} must be set.";
        if (!Enum.IsDefined(Metric)) yield return $"{key}:{nameof(Metric)} is none of {string.Join(", ", Enum.GetNames<AlertMetric>())}.";
        if (!double.IsFinite(Threshold)) yield return $"{key}:{nameof(Threshold)} must be a number.";
        if (Window < TimeSpan.FromSeconds(5) || Window > TimeSpan.FromHours(24)) yield return $"{key}:{nameof(Window)} must be between 5 seconds and 24 hours, such as 00:15:00.";
        if (MinimumCount < 0) yield return string.Create(CultureInfo.InvariantCulture, $"{key}:{nameof(MinimumCount)} must not be negative.");
        if (For < TimeSpan.Zero) yield return $"{key}:{nameof(For)} must not be negative.";
        if (KeepFiring < TimeSpan.Zero) yield return $"{key}:{nameof(KeepFiring)} must not be negative.";
    }
}
