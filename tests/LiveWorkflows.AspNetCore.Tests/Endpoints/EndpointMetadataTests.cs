using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;

namespace LiveWorkflows.AspNetCore.Tests.Endpoints;

public sealed class EndpointMetadataTests
{
    [Fact]
    public async Task EveryEndpoint_HasANameOfItsOwnAndASummary()
    {
        await using var host = await WebHost.StartAsync();

        var endpoints = host.Get<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().ToList();

        endpoints.Select(endpoint => endpoint.RoutePattern.RawText).Should().Contain(
        [
            "/api/v1/workflows/start", "/api/v1/workflows/import", "/api/v1/workflows", "/api/v1/workflows/metrics", "/api/v1/workflows/errors", "/api/v1/workflows/{workflowId}",
            "/api/v1/workflows/{workflowId}/logs", "/api/v1/workflows/{workflowId}/events", "/api/v1/workflows/{workflowId}/cancel",
            "/api/v1/sse/workflows/{workflowId}", "/api/v1/sse/workflows", "/api/v1/sse/heartbeat", "/api/v1/sse/test-error-handling",
        ]);
        endpoints.Select(endpoint => endpoint.Metadata.GetMetadata<IEndpointNameMetadata>()?.EndpointName).Should().OnlyHaveUniqueItems().And.NotContainNulls();
        endpoints.Should().OnlyContain(endpoint => endpoint.Metadata.GetMetadata<IEndpointSummaryMetadata>() != null);
    }
}
