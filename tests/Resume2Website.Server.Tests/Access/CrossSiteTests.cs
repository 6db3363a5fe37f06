using System.Net;

namespace Resume2Website.Server.Tests.Access;

public class CrossSiteTests(RunningServer server)
{
    [Theory]
    [InlineData("Origin", "https://evil.example.com")]
    [InlineData("Origin", "null")]
    [InlineData("Origin", "http://127.0.0.1:1")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    public async Task Upload_FromAnotherSite_IsRefused(string header, string value)
    {
        using var visitor = server.NewVisitor();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/cv") { Content = Visiting.Form(SampleCv.Bytes) };
        request.Headers.Add(header, value);
        using var response = await visitor.SendAsync(request);
        response.StatusCode.Should().Be(HttpStatusCode.Forbidden);
        (await response.JsonAsync()).Text("code").Should().Be("cross_site");
    }

    [Fact]
    public async Task Deletion_FromAnotherSite_IsRefusedAndDeletesNothing()
    {
        using var visitor = server.NewVisitor();
        var job = await visitor.SubmitAsync();
        using var request = new HttpRequestMessage(HttpMethod.Delete, job.Text("status_url"));
        request.Headers.Add("Origin", "https://evil.example.com");
        (await visitor.SendAsync(request)).StatusCode.Should().Be(HttpStatusCode.Forbidden);
        (await visitor.GetAsync(job.Text("status_url"))).StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Upload_FromTheServersOwnPage_IsTaken()
    {
        using var visitor = server.NewVisitor();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/cv") { Content = Visiting.Form(SampleCv.Bytes) };
        request.Headers.Add("Origin", server.Address.GetLeftPart(UriPartial.Authority));
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        (await visitor.SendAsync(request)).StatusCode.Should().Be(HttpStatusCode.Accepted);
    }

    [Fact]
    public async Task Answer_ToAnotherOrigin_CarriesNoPermission()
    {
        using var visitor = server.NewVisitor();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/cv");
        request.Headers.Add("Origin", "https://evil.example.com");
        using var response = await visitor.SendAsync(request);
        response.Headers.Contains("Access-Control-Allow-Origin").Should().BeFalse();
    }

    [Fact]
    public async Task AllowedOrigin_MayUpload()
    {
        await using var open = new RunningServer { Settings = ["--Resume2Website:Access:AllowedOrigins:0", "https://app.example.org"] };
        await open.InitializeAsync();
        using var visitor = open.NewVisitor();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/cv") { Content = Visiting.Form(SampleCv.Bytes) };
        request.Headers.Add("Origin", "https://app.example.org");
        request.Headers.Add("Sec-Fetch-Site", "cross-site");
        using var response = await visitor.SendAsync(request);
        response.StatusCode.Should().Be(HttpStatusCode.Accepted);
        response.Headers.GetValues("Access-Control-Allow-Origin").Should().Equal("https://app.example.org");
    }

    [Theory]
    [InlineData("X-Forwarded-For", "203.0.113.7")]
    [InlineData("Forwarded", "for=203.0.113.7")]
    [InlineData("Host", "evil.example.com")]
    public async Task OperatorsRoutes_ForwardedOrUnderAForeignName_AreClosed(string header, string value)
    {
        using var visitor = server.NewVisitor();
        (await visitor.GetAsync("/api/v1/workflows")).StatusCode.Should().Be(HttpStatusCode.OK);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/workflows");
        request.Headers.Add(header, value);
        ((int)(await visitor.SendAsync(request)).StatusCode).Should().BeOneOf(401, 403, 404);
    }
}
