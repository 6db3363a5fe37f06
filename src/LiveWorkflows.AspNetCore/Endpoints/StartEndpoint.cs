using LiveWorkflows.AspNetCore.Access;
using LiveWorkflows.AspNetCore.Problems;
using LiveWorkflows.AspNetCore.Reporting;
using LiveWorkflows.Errors;
using LiveWorkflows.EventLog;
using LiveWorkflows.Jobs;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace LiveWorkflows.AspNetCore.Endpoints;

/// <summary><c>POST /api/v1/workflows/start</c>: by the host's own starter, by a registered job handler, or to be reported from outside.</summary>
internal sealed class StartEndpoint(
    WorkflowTracker tracker, ExternalWorkflows external, IWorkflowAccess access, IEnumerable<IWorkflowStarter> starters, IEnumerable<IJobHandler> handlers, IServiceProvider services)
{
    public async Task<IResult> HandleAsync(HttpContext context)
    {
        if (!await access.IsOperatorAsync(context).ConfigureAwait(false)) return Refusal.OperatorsOnly;
        var (body, problem) = await RequestBody.ReadAsync(context.Request, EndpointJson.Default.StartBody).ConfigureAwait(false);
        if (body is null) return problem!;
        var (request, wrong) = StartRules.Check(body);
        if (request is null) return wrong!;
        try
        {
            var started = await StartAsync(request, context).ConfigureAwait(false);
            return new StartedResult(started with { Ticket = started.Ticket ?? await access.IssueTicketAsync(context, started.WorkflowId).ConfigureAwait(false) });
        }
        catch (WorkflowIdTakenException)
        {
            return Refusal.IdTaken;
        }
        catch (WorkflowException exception)
        {
            return WorkflowProblem.Of(exception.Error);
        }
        catch (JobQueueFullException)
        {
            return Refusal.QueueFull;
        }
        catch (Exception exception) when (exception is EventLogUnavailableException or JobQueueUnavailableException)
        {
            return Refusal.StorageUnavailable;
        }
    }

    private ValueTask<StartedWorkflow> StartAsync(WorkflowStartRequest request, HttpContext context)
    {
        var type = request.Type ?? request.Name;
        if (starters.FirstOrDefault(starter => starter.Type == type) is { } starter) return starter.StartAsync(request, context, context.RequestAborted);
        return handlers.Any(handler => handler.Type == type)
            ? EnqueueAsync(request, type, services.GetRequiredService<IJobQueue>(), context.RequestAborted)
            : external.StartAsync(request.Name, OptionsOf(request), context.RequestAborted);
    }

    private async ValueTask<StartedWorkflow> EnqueueAsync(WorkflowStartRequest request, string type, IJobQueue queue, CancellationToken cancellationToken)
    {
        var depth = await queue.GetDepthAsync(cancellationToken).ConfigureAwait(false);

        // The workflow first: a worker that finds a job without one takes it for a job that is over.
        var id = await tracker.QueueAsync(request.Name, OptionsOf(request), depth.Waiting, cancellationToken: cancellationToken).ConfigureAwait(false);
        try
        {
            if (!await queue.EnqueueAsync(new Job(id, type, "{}"u8.ToArray()), cancellationToken).ConfigureAwait(false)) throw new WorkflowIdTakenException();
        }
        catch (Exception)
        {
            await tracker.DeleteAsync(id, CancellationToken.None).ConfigureAwait(false);
            throw;
        }

        return new StartedWorkflow { WorkflowId = id, JobId = id, Status = WorkflowStatus.Queued };
    }

    private static WorkflowOptions OptionsOf(WorkflowStartRequest request)
    {
        var tags = request.Tags;
        if (request.FileName is { } fileName) tags = new Dictionary<string, string>(tags ?? new Dictionary<string, string>()) { ["file_name"] = fileName };
        return new WorkflowOptions { Id = request.Id, Type = request.Type, Tags = tags, Phases = request.Phases, ParentWorkflowId = request.ParentWorkflowId };
    }
}
