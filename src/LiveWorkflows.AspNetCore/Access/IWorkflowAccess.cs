using Microsoft.AspNetCore.Http;

namespace LiveWorkflows.AspNetCore.Access;

/// <summary>Who may do what. Register your own before <c>AddLiveWorkflowsEndpoints</c>; without one, everything is open on loopback and closed elsewhere.</summary>
/// <remarks>A workflow that may not be read is answered with 404, exactly as one that does not exist.</remarks>
public interface IWorkflowAccess
{
    /// <summary>Whether the caller may do this with one workflow; called for ids that do not exist, too.</summary>
    ValueTask<bool> IsAllowedAsync(HttpContext context, string workflowId, WorkflowRight right);

    /// <summary>Whether the caller may see all workflows, their metrics and errors, and start new ones.</summary>
    ValueTask<bool> IsOperatorAsync(HttpContext context);

    /// <summary>Makes a ticket that opens one workflow's summary, stream, events and cancel; null when there are no tickets.</summary>
    ValueTask<string?> IssueTicketAsync(HttpContext context, string workflowId);
}
