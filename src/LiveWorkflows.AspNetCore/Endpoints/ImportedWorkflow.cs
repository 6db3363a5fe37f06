namespace LiveWorkflows.AspNetCore.Endpoints;

/// <summary>The answer to <c>POST /api/v1/workflows/import</c>.</summary>
internal sealed record ImportedWorkflow(string WorkflowId, WorkflowStatus Status);
