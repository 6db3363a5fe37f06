using LiveWorkflows.AspNetCore.Access;
using LiveWorkflows.AspNetCore.Problems;
using LiveWorkflows.AspNetCore.Reporting;
using LiveWorkflows.EventLog;
using LiveWorkflows.Jobs;
using Microsoft.AspNetCore.Http;

namespace LiveWorkflows.AspNetCore.Endpoints;

/// <summary><c>POST /api/v1/workflows/{id}/cancel</c>: asks whoever runs a workflow to stop; what nobody runs is ended here.</summary>
internal sealed class CancelEndpoint(WorkflowTracker tracker, ExternalWorkflows external, IEventLog log, IWorkflowAccess access, IJobQueue? queue = null)
{
    public async Task<IResult> HandleAsync(HttpContext context, string workflowId)
    {
        var cancellationToken = context.RequestAborted;
        if (!WorkflowId.IsValid(workflowId) || !await access.IsAllowedAsync(context, workflowId, WorkflowRight.Cancel).ConfigureAwait(false)) return Refusal.UnknownWorkflow;
        if (tracker.Find(workflowId) is null && await log.GetHeadAsync(workflowId, cancellationToken).ConfigureAwait(false) is not { IsEnded: false } head)
            return await log.GetHeadAsync(workflowId, cancellationToken).ConfigureAwait(false) is null ? Refusal.UnknownWorkflow : Refusal.Ended;
        var ended = await CancelExternalAsync(workflowId, cancellationToken).ConfigureAwait(false);
        if (!ended && tracker.Find(workflowId) is { } running) running.RequestCancellation();
        else if (!ended) ended = await CancelWaitingAsync(workflowId, cancellationToken).ConfigureAwait(false);
        return TypedResults.Json(
            new CancelledWorkflow(workflowId, ended ? WorkflowStatus.Cancelled : WorkflowStatus.Running),
            EndpointJson.Default.CancelledWorkflow,
            statusCode: StatusCodes.Status202Accepted);
    }

    /// <summary>The program that reports a workflow hears of its end when it reports next.</summary>
    private async ValueTask<bool> CancelExternalAsync(string workflowId, CancellationToken cancellationToken)
    {
        if (!await external.IsExternalAsync(workflowId, cancellationToken).ConfigureAwait(false)) return false;
        if (await external.OpenAsync(workflowId, cancellationToken).ConfigureAwait(false) is not { } session) return false;
        await session.Gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            session.Cancel();
            await session.Workflow.FlushAsync(cancellationToken).ConfigureAwait(false);
            return true;
        }
        finally
        {
            session.Gate.Release();
        }
    }

    private async ValueTask<bool> CancelWaitingAsync(string workflowId, CancellationToken cancellationToken)
    {
        if (queue is not null) await queue.RemoveAsync(workflowId, cancellationToken).ConfigureAwait(false);
        if (await tracker.ResumeAsync(workflowId, cancellationToken: cancellationToken).ConfigureAwait(false) is not { } workflow) return false;
        await using (workflow.ConfigureAwait(false)) workflow.Cancel("requested");
        return true;
    }
}
