using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace LiveWorkflows.AspNetCore.Endpoints;

/// <summary>201 with where to watch and where to report.</summary>
internal sealed class StartedResult(StartedWorkflow started) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var root = httpContext.Request.PathBase + "/api/v1";
        var response = httpContext.Response;
        response.StatusCode = StatusCodes.Status201Created;
        response.ContentType = "application/json";
        response.Headers.CacheControl = "no-store";
        response.Headers.Location = $"{root}/workflows/{started.WorkflowId}";
        var body = started with
        {
            StreamUrl = started.StreamUrl ?? $"{root}/sse/workflows/{started.WorkflowId}",
            EventsUrl = started.EventsUrl ?? $"{root}/workflows/{started.WorkflowId}/events",
        };
        await JsonSerializer.SerializeAsync(response.Body, body, EndpointJson.Default.StartedWorkflow, httpContext.RequestAborted).ConfigureAwait(false);
    }
}
