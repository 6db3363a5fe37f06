using System.Net;
using System.Text.Json;

namespace LiveWorkflows.AspNetCore.Tests.Access;

public sealed class LoopbackAccessTests
{
    [Theory]
    [InlineData("X-Forwarded-For", "203.0.113.7")]
    [InlineData("Forwarded", "for=203.0.113.7")]
    [InlineData("X-Real-IP", "127.0.0.1")]
    [InlineData("CF-Connecting-IP", "203.0.113.7")]
    [InlineData("Host", "rebound.example.com")]
    public async Task Request_ThatWasForwardedOrMeantForAnotherName_IsNotLoopback(string header, string value)
    {
        await using var host = await WebHost.StartAsync();
        await using var workflow = await host.Tracker.StartAsync("import");

        (await SendAsync(host, "/api/v1/sse/workflows", header, value)).Should().Be((HttpStatusCode.Unauthorized, "operator_only"));
        (await SendAsync(host, $"/api/v1/sse/workflows/{workflow.Id}", header, value)).Should().Be((HttpStatusCode.NotFound, "workflow_not_found"));
    }

    private static async Task<(HttpStatusCode, string?)> SendAsync(WebHost host, string path, string header, string value)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.TryAddWithoutValidation(header, value);
        using var response = await host.Client.SendAsync(request);
        using var problem = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        return (response.StatusCode, problem.RootElement.GetProperty("code").GetString());
    }
}
