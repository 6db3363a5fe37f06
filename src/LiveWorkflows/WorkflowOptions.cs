using LiveWorkflows.Events;

namespace LiveWorkflows;

/// <summary>How a workflow is tracked.</summary>
public sealed record WorkflowOptions
{
    /// <summary>The workflow's id: 1 to 128 of the characters A–Z, a–z, 0–9, <c>-</c>, <c>_</c>, <c>.</c> and <c>~</c>. Made when null.</summary>
    public string? Id { get; init; }

    /// <summary>The workflow's type, by which runs are compared; the name when null.</summary>
    public string? Type { get; init; }

    /// <summary>What the caller wants to know of it later. Stored and shown to owner and operators; kept out of log files, metrics and traces.</summary>
    public IReadOnlyDictionary<string, string>? Tags { get; init; }

    /// <summary>False: no metric events. Timers still return true times, hooks still fire, lifecycle events stay.</summary>
    public bool TrackPerformance { get; init; } = true;

    /// <summary>The phases that are expected, in order; they make the percentage honest from the start.</summary>
    public IReadOnlyList<PlannedPhase>? Phases { get; init; }

    /// <summary>Joins what belongs together across programs; the current trace id when null and there is one.</summary>
    public string? CorrelationId { get; init; }

    /// <summary>The workflow that starts this one.</summary>
    public string? ParentWorkflowId { get; init; }

    /// <summary>The job this run belongs to, where that is not the workflow's own id.</summary>
    public string? JobId { get; init; }
}
