using LiveWorkflows.Events;

namespace LiveWorkflows.AspNetCore.Endpoints;

/// <summary>The body of <c>POST /api/v1/workflows/start</c>, checked.</summary>
public sealed record WorkflowStartRequest
{
    /// <summary>The workflow's name.</summary>
    public required string Name { get; init; }

    /// <summary>Its type; the name when null.</summary>
    public string? Type { get; init; }

    /// <summary>The id the caller wants; made when null.</summary>
    public string? Id { get; init; }

    /// <summary>The name of the file it is about.</summary>
    public string? FileName { get; init; }

    /// <summary>The caller's tags.</summary>
    public IReadOnlyDictionary<string, string>? Tags { get; init; }

    /// <summary>The phases that are expected, in order.</summary>
    public IReadOnlyList<PlannedPhase>? Phases { get; init; }

    /// <summary>The workflow that starts this one.</summary>
    public string? ParentWorkflowId { get; init; }
}
