using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json;

namespace Resume2Website.Server.Tests.Publishing;

public class PreviewTests(RunningServer server)
{
    [Fact]
    public async Task Preview_IsAForeignDocument_ToTheBrowser()
    {
        using var visitor = server.NewVisitor();
        var job = await FinishedAsync(visitor);
        using var response = await visitor.GetAsync(job.Text("site_url"));

        response.StatusCode.Should().Be(HttpStatusCode.OK);
        response.Content.Headers.ContentType!.MediaType.Should().Be("text/html");
        var policy = response.Headers.GetValues("Content-Security-Policy").Single();
        policy.Should().StartWith("sandbox").And.Contain("default-src 'none'").And.Contain("frame-ancestors 'self'").And.NotContain("allow-scripts").And.NotContain("allow-same-origin");
        response.Headers.GetValues("X-Content-Type-Options").Should().Equal("nosniff");
        response.Headers.GetValues("Referrer-Policy").Should().Equal("no-referrer");
        response.Headers.GetValues("X-Robots-Tag").Single().Should().Contain("noindex");
        response.Headers.Contains("Set-Cookie").Should().BeFalse();
        (await response.Content.ReadAsStringAsync()).Should().Contain(SampleCv.Name);
    }

    [Fact]
    public async Task Preview_InABrowser_NeedsNoCookieForWhatItNames()
    {
        using var visitor = server.NewVisitor();
        using var stranger = server.NewVisitor();
        var job = await FinishedAsync(visitor);
        using var request = new HttpRequestMessage(HttpMethod.Get, job.Text("site_url"));
        request.Headers.Add("Accept", "text/html,application/xhtml+xml");
        using var redirect = await visitor.SendAsync(request);
        var address = redirect.Headers.Location!.OriginalString;

        ((int)redirect.StatusCode).Should().Be(307);
        (await stranger.GetAsync(address)).StatusCode.Should().Be(HttpStatusCode.OK);
        using var style = await stranger.GetAsync(address + "style.css");
        style.StatusCode.Should().Be(HttpStatusCode.OK);
        style.Content.Headers.ContentType!.MediaType.Should().Be("text/css");
        var other = await FinishedAsync(visitor);
        (await stranger.GetAsync(address.Replace(job.Text("job_id"), other.Text("job_id")))).StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Preview_AskedForAgain_IsNotSentTwice()
    {
        using var visitor = server.NewVisitor();
        var job = await FinishedAsync(visitor);
        using var first = await visitor.GetAsync(job.Text("site_url"));
        using var again = new HttpRequestMessage(HttpMethod.Get, job.Text("site_url"));
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        (await visitor.SendAsync(again)).StatusCode.Should().Be(HttpStatusCode.NotModified);
    }

    [Theory]
    [InlineData("../../../../etc/passwd")]
    [InlineData("..%2f..%2fserver.lock")]
    [InlineData("missing.html")]
    public async Task Preview_OfAPathThatIsNoFileOfTheSite_Is404(string path)
    {
        using var visitor = server.NewVisitor();
        var job = await FinishedAsync(visitor);
        (await visitor.GetAsync(job.Text("site_url") + path)).StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Preview_WithoutItsSlash_Redirects()
    {
        using var visitor = server.NewVisitor();
        var job = await FinishedAsync(visitor);
        using var response = await visitor.GetAsync(job.Text("site_url").TrimEnd('/'));
        response.Headers.Location!.OriginalString.Should().Be(job.Text("site_url"));
    }

    [Fact]
    public async Task Downloads_AreAttachments()
    {
        using var visitor = server.NewVisitor();
        var job = await FinishedAsync(visitor);
        using var zip = await visitor.GetAsync($"{job.Text("status_url")}/site.zip");
        zip.Content.Headers.ContentDisposition!.DispositionType.Should().Be("attachment");
        using var archive = new ZipArchive(await zip.Content.ReadAsStreamAsync());
        archive.Entries.Select(entry => entry.FullName).Should().Contain("index.html");

        using var original = await visitor.GetAsync($"{job.Text("status_url")}/original");
        original.Content.Headers.ContentDisposition!.DispositionType.Should().Be("attachment");
        original.Content.Headers.ContentType!.MediaType.Should().Be("application/octet-stream");
        (await original.Content.ReadAsByteArrayAsync()).Should().Equal(SampleCv.Bytes);

        using var resume = await visitor.GetAsync(job.Text("resume_url"));
        resume.Content.Headers.ContentDisposition!.DispositionType.Should().Be("attachment");
    }

    [Fact]
    public async Task Downloads_BeforeThereIsAnything_Are409()
    {
        using var visitor = server.NewVisitor();
        using var started = await visitor.PostAsync("/api/v1/workflows/start", new StringContent("""{"name":"later","type":"cv_processing"}""", Encoding.UTF8, "application/json"));
        var id = (await started.JsonAsync()).Text("job_id");
        foreach (var part in new[] { "resume.json", "site.zip", "original", "site/" })
            ((int)(await visitor.GetAsync($"/api/v1/cv/{id}/{part}")).StatusCode).Should().Be(409, part);
    }

    [Theory]
    [InlineData("site/", 409)]
    [InlineData("site.zip", 409)]
    [InlineData("site/", 404)]
    public async Task WhatIsRefused_IsAPageToABrowser_AndAProblemToAProgram(string part, int status)
    {
        using var visitor = server.NewVisitor();
        using var stranger = server.NewVisitor();
        using var started = await visitor.PostAsync("/api/v1/workflows/start", new StringContent("""{"name":"later","type":"cv_processing"}""", Encoding.UTF8, "application/json"));
        var address = $"/api/v1/cv/{(await started.JsonAsync()).Text("job_id")}/{part}";
        var asking = status == 404 ? stranger : visitor;

        using var program = await asking.GetAsync(address);
        using var browser = await OpenAsync(asking, address);

        ((int)program.StatusCode, program.Content.Headers.ContentType!.MediaType).Should().Be((status, "application/problem+json"));
        ((int)browser.StatusCode, browser.Content.Headers.ContentType!.MediaType).Should().Be((status, "text/html"));
        browser.Headers.GetValues("Content-Security-Policy").Single().Should().StartWith("sandbox;").And.Contain("default-src 'none'").And.Contain("frame-ancestors 'self'");
        var problem = await program.JsonAsync();
        var page = WebUtility.HtmlDecode(await browser.Content.ReadAsStringAsync());
        page.Should().Contain($"<h1>{problem.Text("title")}</h1>").And.Contain(problem.Text("detail")).And.Contain(problem.GetProperty("recovery_suggestions")[0].Text("text"));
    }

    // As browsers open an address; where a preview leads to, they follow.
    private static async Task<HttpResponseMessage> OpenAsync(HttpClient visitor, string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Add("Accept", "text/html,application/xhtml+xml");
        var response = await visitor.SendAsync(request);
        if (response.Headers.Location is not { } target) return response;
        response.Dispose();
        return await OpenAsync(visitor, target.OriginalString);
    }

    private static async Task<JsonElement> FinishedAsync(HttpClient visitor)
    {
        var job = await visitor.SubmitAsync();
        var frames = await visitor.FollowAsync(job.Text("stream_url"));
        frames.Should().Contain(frame => frame.EventType == "workflow_complete");
        return job;
    }
}
