using System.Text.Json;
using LiveWorkflows.AspNetCore.Access;
using LiveWorkflows.AspNetCore.Endpoints;
using LiveWorkflows.AspNetCore.Problems;
using LiveWorkflows.EventLog;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LiveWorkflows.AspNetCore.Reporting;

/// <summary><c>POST /api/v1/workflows/{id}/events</c>: all of an array is taken, or nothing.</summary>
internal sealed class ReportEndpoint(ExternalWorkflows external, WorkflowTracker tracker, IWorkflowAccess access, TimeProvider time)
{
    private const int MaxEvents = 1_000;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public async Task<IResult> HandleAsync(HttpContext context, string workflowId)
    {
        var cancellationToken = context.RequestAborted;
        if (!WorkflowId.IsValid(workflowId) || !await access.IsAllowedAsync(context, workflowId, WorkflowRight.Report).ConfigureAwait(false)) return Refusal.UnknownWorkflow;
        var (body, problem) = await RequestBody.ReadAsync(context.Request, EndpointJson.Default.JsonDocument).ConfigureAwait(false);
        if (body is null) return problem!;
        using (body)
        {
            var (events, wrong) = Read(body.RootElement);
            if (events is null) return wrong!;
            var isExternal = await external.IsExternalAsync(workflowId, cancellationToken).ConfigureAwait(false);
            try
            {
                if (isExternal && await external.OpenAsync(workflowId, cancellationToken).ConfigureAwait(false) is { } session)
                    return await TakeAsync(session, events, cancellationToken).ConfigureAwait(false);
            }
            catch (EventLogUnavailableException)
            {
                return Refusal.StorageUnavailable;
            }

            if (await tracker.GetSummaryAsync(workflowId, cancellationToken).ConfigureAwait(false) is not { } summary) return Refusal.UnknownWorkflow;
            if (!isExternal) return Refusal.NotReportedFromOutside;

            // A repeat of what ended the workflow changes nothing and is answered as it was.
            var last = summary.LastClientSeq ?? 0;
            return events.TrueForAll(reported => reported.ClientSeq <= last) ? Accepted(0, last) : Refusal.Ended;
        }
    }

    private async Task<IResult> TakeAsync(ExternalSession session, List<ReportedEvent> events, CancellationToken cancellationToken)
    {
        await session.Gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (session.IsOver && !events.TrueForAll(reported => reported.ClientSeq <= session.LastClientSeq)) return Refusal.Ended;
            if (session.Rehearse(events) is var (index, wrong)) return Wrong(index, wrong);
            using var patience = new CancellationTokenSource(Patience, time);

            // What was taken before is stored first: a log that is away costs the memory of one array, not of all that are sent meanwhile.
            await session.Workflow.FlushAsync(patience.Token).ConfigureAwait(false);
            var taken = session.Take(events);
            external.HeardOf(session.Workflow.Id);
            await session.Workflow.FlushAsync(patience.Token).ConfigureAwait(false);
            if (session.Workflow.IsLost) return Refusal.Ended;
            return Accepted(taken, session.LastClientSeq);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return Refusal.StorageUnavailable;
        }
        finally
        {
            session.Gate.Release();
        }
    }

    private static (List<ReportedEvent>? Events, WorkflowProblem? Problem) Read(JsonElement body)
    {
        if (body.ValueKind != JsonValueKind.Array) return (null, Refusal.Invalid("array_expected", "The body must be an array of events."));
        if (body.GetArrayLength() > MaxEvents) return (null, Refusal.Invalid("too_many_events", $"An array holds at most {MaxEvents} events."));
        var events = new List<ReportedEvent>(body.GetArrayLength());
        foreach (var item in body.EnumerateArray())
        {
            var (reported, wrong) = ReportedEventRules.Read(item);
            if (reported is not { } known) return (null, Wrong(events.Count, wrong!));
            if (events.Count > 0 && known.ClientSeq <= events[^1].ClientSeq) return (null, Wrong(events.Count, "has a 'client_seq' that does not rise"));
            events.Add(known);
        }

        return (events, null);
    }

    private static WorkflowProblem Wrong(int index, string wrong) => Refusal.Invalid("invalid_event", $"Event {index} {wrong}; nothing of the array was taken.");

    private static JsonHttpResult<AcceptedEvents> Accepted(int accepted, long lastClientSeq) =>
        TypedResults.Json(new AcceptedEvents(accepted, lastClientSeq), EndpointJson.Default.AcceptedEvents, statusCode: StatusCodes.Status202Accepted);
}
