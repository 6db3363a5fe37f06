using System.Net;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;

namespace Resume2Website.Server.Tests.Access;

public class OtherVisitorTests(RunningServer server)
{
    /// <summary>Every route that names a job, as the server itself lists them.</summary>
    [Fact]
    public async Task EveryRouteOfAJob_ForAnotherVisitor_Is404()
    {
        using var owner = server.NewVisitor();
        using var other = server.NewVisitor();
        var job = await owner.SubmitAsync();
        await other.SubmitAsync();
        await owner.FollowAsync(job.Text("stream_url"));
        var id = job.Text("job_id");

        var routes = server.Get<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.RoutePattern.RawText!.StartsWith("/api/", StringComparison.Ordinal)
                && endpoint.RoutePattern.Parameters.Any(parameter => parameter.Name == "job_id")).ToList();
        routes.Count.Should().BeGreaterThanOrEqualTo(9);
        foreach (var route in routes)
        {
            foreach (var method in route.Metadata.GetRequiredMetadata<HttpMethodMetadata>().HttpMethods)
            {
                using var request = new HttpRequestMessage(new HttpMethod(method), UrlOf(route.RoutePattern, id));
                using var response = await other.SendAsync(request);
                response.StatusCode.Should().Be(HttpStatusCode.NotFound, $"{method} {request.RequestUri}");
            }
        }

        (await owner.GetAsync(job.Text("status_url"))).StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("/api/v1/sse/cv-processing/{0}")]
    [InlineData("/api/v1/sse/cv-processing/{0}?ticket=wrong")]
    [InlineData("/API/V1/SSE/CV-Processing/{0}")]
    [InlineData("/api/v1/cv/{0}/site/index.html")]
    [InlineData("/api/v1/cv/{0}/site/preview-wrong/index.html")]
    public async Task StreamAndPreview_ForAnotherVisitor_Are404(string url)
    {
        using var owner = server.NewVisitor();
        using var other = server.NewVisitor();
        var job = await owner.SubmitAsync();
        (await other.GetAsync(string.Format(url, job.Text("job_id")))).StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task List_HoldsTheVisitorsOwnJobsAlone()
    {
        using var owner = server.NewVisitor();
        using var other = server.NewVisitor();
        var job = await owner.SubmitAsync();
        await other.SubmitAsync();
        var listed = (await (await owner.GetAsync("/api/v1/cv")).JsonAsync()).GetProperty("jobs");
        listed.EnumerateArray().Select(item => item.Text("job_id")).Should().Equal(job.Text("job_id"));
    }

    [Fact]
    public async Task Ticket_OpensItsOwnJobAlone()
    {
        using var owner = server.NewVisitor();
        using var other = server.NewVisitor();
        var job = await owner.SubmitAsync();
        var another = await owner.SubmitAsync();
        var ticket = job.Text("ticket");

        (await other.GetAsync($"{job.Text("stream_url")}?ticket={ticket}", HttpCompletionOption.ResponseHeadersRead)).StatusCode.Should().Be(HttpStatusCode.OK);
        using var withHeader = new HttpRequestMessage(HttpMethod.Get, job.Text("status_url"));
        withHeader.Headers.Add("Authorization", $"Bearer {ticket}");
        (await other.SendAsync(withHeader)).StatusCode.Should().Be(HttpStatusCode.OK);
        (await other.GetAsync($"{another.Text("status_url")}?ticket={ticket}")).StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    private static string UrlOf(RoutePattern pattern, string jobId) => pattern.RawText!
        .Replace("{job_id}", jobId, StringComparison.Ordinal)
        .Replace("{**path}", "index.html", StringComparison.Ordinal)
        .Replace("{key}", "wrong", StringComparison.Ordinal);
}
