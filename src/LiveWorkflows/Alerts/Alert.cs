namespace LiveWorkflows.Alerts;

/// <summary>An incident: from the moment an alert rule's condition held to the moment it held no more.</summary>
public sealed record Alert
{
    /// <summary>The incident's id.</summary>
    public required string Id { get; init; }

    /// <summary>The rule's name.</summary>
    public required string Rule { get; init; }

    /// <summary>How urgent it is.</summary>
    public AlertSeverity Severity { get; init; }

    /// <summary>Where it stands.</summary>
    public AlertState State { get; init; }

    /// <summary>What the rule looks at.</summary>
    public AlertMetric Metric { get; init; }

    /// <summary>On which side of the threshold it holds.</summary>
    public AlertComparison Comparison { get; init; }

    /// <summary>The threshold.</summary>
    public double Threshold { get; init; }

    /// <summary>The value when it was looked at last while the condition held.</summary>
    public double Value { get; init; }

    /// <summary>What is wrong, in a sentence.</summary>
    public string Message { get; init; } = "";

    /// <summary>The type of workflow it is about; null: all.</summary>
    public string? Type { get; init; }

    /// <summary>The phase it is about.</summary>
    public string? Phase { get; init; }

    /// <summary>The step it is about.</summary>
    public string? Step { get; init; }

    /// <summary>The code of the errors it is about.</summary>
    public string? Code { get; init; }

    /// <summary>Since when the condition holds.</summary>
    public DateTimeOffset Since { get; init; }

    /// <summary>When it held for as long as the rule asks.</summary>
    public DateTimeOffset? FiredAt { get; init; }

    /// <summary>When it was over.</summary>
    public DateTimeOffset? ResolvedAt { get; init; }

    /// <summary>What ended it: <c>condition</c> when it holds no more, <c>operator</c> when somebody said so.</summary>
    public string? ResolvedBy { get; init; }
}
