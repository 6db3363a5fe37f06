using System.Collections.ObjectModel;
using System.Text.Json.Serialization;
using LiveWorkflows.Errors;

namespace LiveWorkflows;

/// <summary>What happened in a workflow so far: a fold over its events, the same live and replayed.</summary>
public sealed record WorkflowSummary
{
    /// <summary>Ended steps that <see cref="Steps"/> holds at most; so a summary stays small, however long its workflow runs.</summary>
    internal const int MostSteps = 2_000;

    /// <summary>Phases that are kept of a workflow with more.</summary>
    internal const int MostPhases = 1_000;

    /// <summary>The workflow's id.</summary>
    public string WorkflowId { get; init; } = "";

    /// <summary>Its name.</summary>
    public string Name { get; init; } = "";

    /// <summary>Its type.</summary>
    public string? Type { get; init; }

    /// <summary>The job it belongs to, where that is not its own id.</summary>
    public string? JobId { get; init; }

    /// <summary>The workflow that started it.</summary>
    public string? ParentWorkflowId { get; init; }

    /// <summary>Joins what belongs together across programs.</summary>
    public string? CorrelationId { get; init; }

    /// <summary>Where it stands.</summary>
    public WorkflowStatus Status { get; init; }

    /// <summary>When it was queued; null when it never waited.</summary>
    public DateTimeOffset? QueuedAt { get; init; }

    /// <summary>When its work began.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>When it ended.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>How long it took, or has taken so far, in milliseconds: from the start to the end or to the last event.</summary>
    public double DurationMs { get; init; }

    /// <summary>How long it waited for a worker before its work began, in milliseconds; null when it never did.</summary>
    public double? QueuedMs { get; init; }

    /// <summary>How long its steps waited for something from outside, in milliseconds, over all of them; null when none did.</summary>
    public double? WaitedMs { get; init; }

    /// <summary><see cref="DurationMs"/> as a time span.</summary>
    [JsonIgnore]
    public TimeSpan TotalDuration => TimeSpan.FromMilliseconds(DurationMs);

    /// <summary>How far it is, 0 to 100.</summary>
    public double Percentage { get; init; }

    /// <summary>How sure its result is, 0 to 1: what it reported itself, else the mean of its steps.</summary>
    public double? Confidence { get; init; }

    /// <summary>The caller's tags.</summary>
    public IReadOnlyDictionary<string, string> Tags { get; init; } = ReadOnlyDictionary<string, string>.Empty;

    /// <summary>
    /// The phases in the order they began. Of a workflow with more than 1,000 the first half, the last ones and every open one are kept; <see cref="PhaseCount"/> counts all.
    /// </summary>
    public IReadOnlyList<PhaseSummary> Phases { get; init; } = [];

    /// <summary>How many phases began.</summary>
    public int PhaseCount { get; init; }

    /// <summary>
    /// The steps in the order they began. Of a workflow with more than 2,000 the first half and the last ones that ended are kept, and every open one;
    /// <see cref="StepCount"/> counts all.
    /// </summary>
    public IReadOnlyList<StepSummary> Steps { get; init; } = [];

    /// <summary>How many steps began.</summary>
    public int StepCount { get; init; }

    /// <summary>Timers by name.</summary>
    public IReadOnlyDictionary<string, TimerSummary> Timers { get; init; } = ReadOnlyDictionary<string, TimerSummary>.Empty;

    /// <summary>Counters by name.</summary>
    public IReadOnlyDictionary<string, double> Counters { get; init; } = ReadOnlyDictionary<string, double>.Empty;

    /// <summary>Gauges by name.</summary>
    public IReadOnlyDictionary<string, double> Gauges { get; init; } = ReadOnlyDictionary<string, double>.Empty;

    /// <summary>Rates by name, per minute.</summary>
    public IReadOnlyDictionary<string, double> Rates { get; init; } = ReadOnlyDictionary<string, double>.Empty;

    /// <summary>The errors that were reported, oldest first, at most 100.</summary>
    public IReadOnlyList<WorkflowError> Errors { get; init; } = [];

    /// <summary>How many errors were reported.</summary>
    public int ErrorCount { get; init; }

    /// <summary>How many warnings were reported.</summary>
    public int WarningCount { get; init; }

    /// <summary>The last event's number.</summary>
    public long LastSeq { get; init; }

    /// <summary>How far a program outside had numbered its reports; it goes on behind this number. Null for what is not reported from outside.</summary>
    public long? LastClientSeq { get; init; }
}
