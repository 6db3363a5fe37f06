using LiveWorkflows.AspNetCore.Sse;
using LiveWorkflows.EventLog;
using Microsoft.AspNetCore.Http;

namespace LiveWorkflows.AspNetCore.Demo;

/// <summary>Runs the demonstration and shows it live.</summary>
internal sealed class DemoStream(SseEnvironment environment, WorkflowTracker tracker, IEventLog log) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        if (LastEventId.Of(httpContext.Request) is not null)
        {
            // EventSource comes back by itself after the end: it has seen the demonstration, and 204 tells it to stop.
            httpContext.Response.StatusCode = StatusCodes.Status204NoContent;
            return;
        }

        var workflow = new ErrorHandlingDemo(tracker).Start();
        await workflow.FlushAsync(httpContext.RequestAborted).ConfigureAwait(false);
        var running = ErrorHandlingDemo.RunAsync(workflow);
        try
        {
            await new WorkflowStream(environment, tracker.Hub, log, workflow.Id, 0).ExecuteAsync(httpContext).ConfigureAwait(false);
        }
        finally
        {
            await running.ConfigureAwait(false);
        }
    }
}
