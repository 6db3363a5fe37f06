using System.Net;

namespace Resume2Website.Server.Tests.Hosting;

public class AnswerTests(RunningServer server)
{
    [Theory]
    [InlineData("GET", "/nothing/here", 404, "not_found")]
    [InlineData("GET", "/api/v1/cv/unknown", 404, "not_found")]
    [InlineData("GET", "/api/v1/cv/not%20an%20id", 404, "not_found")]
    [InlineData("PUT", "/api/v1/cv", 405, "method_not_allowed")]
    public async Task Answer_ToWhatIsNotThere_IsAProblem(string method, string url, int status, string code)
    {
        using var visitor = server.NewVisitor();
        using var request = new HttpRequestMessage(new HttpMethod(method), url);
        using var response = await visitor.SendAsync(request);
        ((int)response.StatusCode).Should().Be(status);
        response.Content.Headers.ContentType!.MediaType.Should().Be("application/problem+json");
        (await response.JsonAsync()).Text("code").Should().Be(code);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/api/v1/cv")]
    [InlineData("/api/v1/limits")]
    [InlineData("/nothing")]
    public async Task EveryAnswer_CarriesTheSecurityHeaders(string url)
    {
        using var visitor = server.NewVisitor();
        using var response = await visitor.GetAsync(url);
        response.Headers.GetValues("X-Content-Type-Options").Should().Equal("nosniff");
        response.Headers.GetValues("Referrer-Policy").Should().Equal("no-referrer");
        response.Headers.GetValues("Content-Security-Policy").Single().Should().Contain("frame-ancestors 'none'");
        response.Headers.Contains("Server").Should().BeFalse();
    }

    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    [InlineData("/openapi/v1.json")]
    [InlineData("/api/v1/limits")]
    [InlineData("/")]
    public async Task Page_HealthAndDescription_AreThere(string url)
    {
        using var visitor = server.NewVisitor();
        (await visitor.GetAsync(url)).StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task OperatorKey_OpensTheOperatorsRoutes_ToForwardedRequests()
    {
        await using var keyed = new RunningServer { Settings = ["--Resume2Website:Access:OperatorKey", "a-key-of-operators"] };
        await keyed.InitializeAsync();
        using var visitor = keyed.NewVisitor();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/workflows");
        request.Headers.Add("X-Forwarded-For", "203.0.113.7");
        request.Headers.Add("Authorization", "Bearer a-key-of-operators");
        (await visitor.SendAsync(request)).StatusCode.Should().Be(HttpStatusCode.OK);
    }
}
