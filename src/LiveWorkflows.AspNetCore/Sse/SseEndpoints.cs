using LiveWorkflows.Alerts;
using LiveWorkflows.AspNetCore.Access;
using LiveWorkflows.AspNetCore.Demo;
using LiveWorkflows.AspNetCore.Problems;
using LiveWorkflows.EventLog;
using LiveWorkflows.Events;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace LiveWorkflows.AspNetCore.Sse;

/// <summary>The event streams.</summary>
internal static class SseEndpoints
{
    private const string EventStream = "text/event-stream";

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var group = endpoints.MapGroup("/api/v1/sse").WithTags("Streams");
        MapWorkflow(group, "/workflows/{workflowId}", null).WithName("StreamWorkflow").WithSummary("The events of one workflow: replayed, then live, to its end.");
        group.MapGet("/workflows", FeedAsync).WithName("StreamAllWorkflows").WithSummary("The events of all workflows, live.")
            .Produces<string>(StatusCodes.Status200OK, EventStream);
        group.MapGet("/heartbeat", (OpenStreams streams, SseEnvironment environment) => new CountedStream(streams, new HeartbeatStream(environment, streams)))
            .WithName("StreamHeartbeat").WithSummary("A sign of life at once and every 2 s, with the number of open streams.")
            .Produces<string>(StatusCodes.Status200OK, EventStream);
        group.MapGet("/test-error-handling", (OpenStreams streams, SseEnvironment environment, WorkflowTracker tracker, IEventLog log) =>
                new CountedStream(streams, new DemoStream(environment, tracker, log)))
            .WithName("StreamErrorHandlingDemo").WithSummary("A workflow that meets a warning, a retried error, a recovered step and a final failure with advice.")
            .Produces<string>(StatusCodes.Status200OK, EventStream);
    }

    /// <summary>Maps the stream of one workflow; of one type of workflow only, where <paramref name="type"/> is given.</summary>
    public static RouteHandlerBuilder MapWorkflow(IEndpointRouteBuilder endpoints, string pattern, string? type) =>
        endpoints.MapGet(pattern, (
            string workflowId, HttpContext context, IWorkflowAccess access, WorkflowTracker tracker, IEventLog log, OpenStreams streams, SseEnvironment environment) =>
            StreamAsync(workflowId, type, context, access, tracker, log, streams, environment))
            .Produces<string>(StatusCodes.Status200OK, EventStream)
            .Produces(StatusCodes.Status204NoContent)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status429TooManyRequests);

    private static async Task<IResult> StreamAsync(
        string workflowId, string? type, HttpContext context, IWorkflowAccess access, WorkflowTracker tracker, IEventLog log, OpenStreams streams, SseEnvironment environment)
    {
        if (!WorkflowId.IsValid(workflowId) || !await access.IsAllowedAsync(context, workflowId, WorkflowRight.Read).ConfigureAwait(false)) return Refusal.UnknownWorkflow;
        if (await HeadAsync(workflowId, tracker, log, context.RequestAborted).ConfigureAwait(false) is not { } head) return Refusal.UnknownWorkflow;
        if (type is not null && await TypeOfAsync(workflowId, log, context.RequestAborted).ConfigureAwait(false) != type) return Refusal.UnknownWorkflow;
        var after = LastEventId.SequenceOf(context.Request);
        if (head.IsEnded && after == head.LastSequence) return TypedResults.NoContent();
        return new CountedStream(streams, new WorkflowStream(environment, tracker.Hub, log, workflowId, after > head.LastSequence ? 0 : after));
    }

    private static async Task<IResult> FeedAsync(
        HttpContext context, IWorkflowAccess access, IEventLog log, AlertService alerts, OpenStreams streams, SseEnvironment environment)
    {
        if (!await access.IsOperatorAsync(context).ConfigureAwait(false)) return Refusal.OperatorsOnly;
        return new CountedStream(streams, new FeedStream(environment, log, alerts, LastEventId.Of(context.Request) is { } id ? new LogPosition(id) : null));
    }

    private static async ValueTask<LogHead?> HeadAsync(string workflowId, WorkflowTracker tracker, IEventLog log, CancellationToken cancellationToken)
    {
        var head = await log.GetHeadAsync(workflowId, cancellationToken).ConfigureAwait(false);
        if (head is not null || tracker.Find(workflowId) is not { } live) return head;

        // It has just begun and is not in the log yet, but whoever started it here knows its id already.
        await live.FlushAsync(cancellationToken).ConfigureAwait(false);
        return await log.GetHeadAsync(workflowId, cancellationToken).ConfigureAwait(false);
    }

    private static async ValueTask<string?> TypeOfAsync(string workflowId, IEventLog log, CancellationToken cancellationToken)
    {
        await foreach (var stored in log.ReadAsync(workflowId, 0, cancellationToken).ConfigureAwait(false))
        {
            return WorkflowEventSerializer.Deserialize(stored) switch
            {
                WorkflowQueued queued => queued.WorkflowType,
                WorkflowStarted started => started.WorkflowType,
                _ => null,
            };
        }

        return null;
    }
}
