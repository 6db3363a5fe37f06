using LiveWorkflows.AspNetCore.Access;
using LiveWorkflows.AspNetCore.Problems;
using LiveWorkflows.Events;
using Microsoft.AspNetCore.Http;

namespace LiveWorkflows.AspNetCore.Endpoints;

/// <summary><c>GET /api/v1/workflows/{id}</c>: what has happened so far.</summary>
internal sealed class SummaryEndpoint(WorkflowTracker tracker, IWorkflowAccess access)
{
    public async Task<IResult> HandleAsync(HttpContext context, string workflowId)
    {
        if (!WorkflowId.IsValid(workflowId) || !await access.IsAllowedAsync(context, workflowId, WorkflowRight.Read).ConfigureAwait(false)) return Refusal.UnknownWorkflow;
        return await tracker.GetSummaryAsync(workflowId, context.RequestAborted).ConfigureAwait(false) is { } summary
            ? TypedResults.Json(summary, WorkflowJson.Default.WorkflowSummary)
            : Refusal.UnknownWorkflow;
    }
}
