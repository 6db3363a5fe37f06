using LiveWorkflows;
using LiveWorkflows.AspNetCore.Endpoints;
using LiveWorkflows.AspNetCore.Sse;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Maps the streams and endpoints.</summary>
public static class LiveWorkflowsEndpointRouteBuilderExtensions
{
    /// <summary>Maps <c>/api/v1/sse/…</c> and <c>/api/v1/workflows…</c>.</summary>
    /// <exception cref="InvalidOperationException"><c>AddLiveWorkflows</c> or <c>AddLiveWorkflowsEndpoints</c> was not called.</exception>
    public static IEndpointRouteBuilder MapLiveWorkflows(this IEndpointRouteBuilder endpoints)
    {
        RequireServices(endpoints);
        SseEndpoints.Map(endpoints);
        WorkflowEndpoints.Map(endpoints);
        return endpoints;
    }

    /// <summary>Maps the stream of one workflow under a path of the host's own, for one type of workflow.</summary>
    /// <param name="endpoints">Where to map it.</param>
    /// <param name="pattern">The route, with a parameter <c>{workflowId}</c>.</param>
    /// <param name="workflowType">The type; a workflow of another one is answered with 404. Null: any.</param>
    public static RouteHandlerBuilder MapWorkflowStream(this IEndpointRouteBuilder endpoints, string pattern, string? workflowType = null)
    {
        RequireServices(endpoints);
        return SseEndpoints.MapWorkflow(endpoints, pattern, workflowType);
    }

    private static void RequireServices(IEndpointRouteBuilder endpoints)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        if (endpoints.ServiceProvider.GetService<IServiceProviderIsService>() is not { } services) return;
        if (!services.IsService(typeof(WorkflowTracker)))
            throw new InvalidOperationException("LiveWorkflows is not registered. Call builder.Services.AddLiveWorkflows() before building the application.");
        if (!services.IsService(typeof(OpenStreams)))
            throw new InvalidOperationException("The endpoints of LiveWorkflows are not registered. Call builder.Services.AddLiveWorkflowsEndpoints() before building the application.");
    }
}
