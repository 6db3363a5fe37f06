using LiveWorkflows.AspNetCore.Access;

namespace Resume2Website.Server.Access;

/// <summary>The house's rules for the library's endpoints: operators see all runs; a run of a CV is its owner's too; a ticket opens its own workflow.</summary>
internal sealed class WorkflowAccess(OperatorAccess operators, JobOwnershipStore jobs, JobAccess jobAccess, Tickets tickets) : IWorkflowAccess
{
    public async ValueTask<bool> IsAllowedAsync(HttpContext context, string workflowId, WorkflowRight right)
    {
        var ownership = await jobs.FindByRunAsync(workflowId, context.RequestAborted);
        if (ownership is { IsDeleted: true }) return false;
        if (ownership is not null && await jobAccess.IsAllowedAsync(context, ownership)) return right != WorkflowRight.Report;
        if (ownership is not null && IsStreamOfCv(context)) return false;
        if (operators.IsOperator(context)) return right != WorkflowRight.Report || ownership is null;
        return await tickets.IsBroughtAsync(context, workflowId) && await tickets.IsInTimeAsync(workflowId, context.RequestAborted);
    }

    public ValueTask<bool> IsOperatorAsync(HttpContext context) => ValueTask.FromResult(operators.IsOperator(context));

    public async ValueTask<string?> IssueTicketAsync(HttpContext context, string workflowId) => await tickets.IssueAsync(workflowId, context.RequestAborted);

    /// <summary>The stream of a person's job is theirs alone, on loopback too.</summary>
    private static bool IsStreamOfCv(HttpContext context) => context.Request.Path.StartsWithSegments("/api/v1/sse/cv-processing", StringComparison.OrdinalIgnoreCase);
}
