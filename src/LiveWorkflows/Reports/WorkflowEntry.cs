using System.Collections.ObjectModel;

namespace LiveWorkflows.Reports;

/// <summary>A workflow as the list shows it.</summary>
public sealed record WorkflowEntry
{
    /// <summary>The workflow's id.</summary>
    public required string WorkflowId { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Its type.</summary>
    public required string Type { get; init; }

    /// <summary>Where it stands.</summary>
    public WorkflowStatus Status { get; init; }

    /// <summary>The caller's tags.</summary>
    public IReadOnlyDictionary<string, string> Tags { get; init; } = ReadOnlyDictionary<string, string>.Empty;

    /// <summary>Joins what belongs together across programs.</summary>
    public string? CorrelationId { get; init; }

    /// <summary>The job it belongs to, where that is not its own id.</summary>
    public string? JobId { get; init; }

    /// <summary>The workflow that started it.</summary>
    public string? ParentWorkflowId { get; init; }

    /// <summary>When it was first heard of: queued or started.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When its work began.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>When it ended.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>How long it took, in milliseconds; null while it is not over.</summary>
    public double? DurationMs { get; init; }
}
