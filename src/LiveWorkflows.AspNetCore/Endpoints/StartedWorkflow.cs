namespace LiveWorkflows.AspNetCore.Endpoints;

/// <summary>The answer to <c>POST /api/v1/workflows/start</c>. URLs that are null are filled in with the library's own.</summary>
public sealed record StartedWorkflow
{
    /// <summary>The workflow's id.</summary>
    public required string WorkflowId { get; init; }

    /// <summary>The job it belongs to.</summary>
    public string? JobId { get; init; }

    /// <summary>Opens this workflow to whoever holds it; asked of <see cref="Access.IWorkflowAccess"/> when null.</summary>
    public string? Ticket { get; init; }

    /// <summary>Where it stands.</summary>
    public required WorkflowStatus Status { get; init; }

    /// <summary>Its event stream.</summary>
    public string? StreamUrl { get; init; }

    /// <summary>Where a program reports its events.</summary>
    public string? EventsUrl { get; init; }

    /// <summary>Where its file is to be sent, for a workflow that waits for one.</summary>
    public string? UploadUrl { get; init; }
}
