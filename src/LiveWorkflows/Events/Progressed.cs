using System.Text.Json.Serialization;

namespace LiveWorkflows.Events;

/// <summary>How far the workflow is.</summary>
public sealed record Progressed : WorkflowEvent
{
    /// <summary>The event's name on the wire.</summary>
    public const string Name = "progress";

    /// <inheritdoc/>
    [JsonIgnore]
    public override string EventType => Name;

    /// <summary>0 to 100; never falls, and is 100 only directly before <c>workflow_complete</c>.</summary>
    public double Percentage { get; init; }

    /// <summary>The open phase, or the last one when none is open.</summary>
    public string? Phase { get; init; }

    /// <summary>How far that phase is, 0 to 100.</summary>
    public double? PhasePercentage { get; init; }

    /// <summary>The step that began last and is still open, or the last one when none is open.</summary>
    public string? CurrentStep { get; init; }

    /// <summary>Steps that have ended, over all phases.</summary>
    public int CompletedSteps { get; init; }

    /// <summary>Steps over all phases, as far as is known.</summary>
    public int TotalSteps { get; init; }

    /// <summary>Since the start, in milliseconds.</summary>
    public double ElapsedMs { get; init; }

    /// <summary>What is likely to remain, in milliseconds.</summary>
    public double? EtaMs { get; init; }

    /// <summary>What remains at most in nine of ten cases, in milliseconds.</summary>
    public double? EtaP90Ms { get; init; }

    /// <summary>What the estimate rests on.</summary>
    public EtaBasis EtaBasis { get; init; }

    /// <summary>Whether the percentage is not meaningful yet.</summary>
    public bool Indeterminate { get; init; }

    /// <summary>A message for people.</summary>
    public string? Message { get; init; }
}
