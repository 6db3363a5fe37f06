using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;

namespace Resume2Website.Server.Tests.Publishing;

public partial class PublishedSiteTests(RunningServer server)
{
    [Fact]
    public async Task Page_IsAForeignDocumentWithoutCookies()
    {
        using var owner = await Owner.ArriveAsync(server);
        var url = (await owner.PublishAsync(Owner.NewSlug())).Text("url");
        using var reader = server.NewVisitor();
        using var response = await reader.GetAsync(url);

        var policy = response.Headers.GetValues("Content-Security-Policy").Single();
        policy.Should().StartWith("sandbox").And.Contain("default-src 'none'").And.Contain("frame-ancestors 'none'").And.NotContain("allow-scripts").And.NotContain("allow-same-origin");
        response.Headers.GetValues("X-Content-Type-Options").Should().Equal("nosniff");
        response.Headers.GetValues("Referrer-Policy").Should().Equal("no-referrer");
        response.Headers.GetValues("Access-Control-Allow-Origin").Should().Equal("*");
        response.Headers.CacheControl!.ToString().Should().Be("public, must-revalidate, max-age=60");
        response.Headers.Contains("Set-Cookie").Should().BeFalse();
        response.Headers.Contains("Strict-Transport-Security").Should().BeFalse();
        response.Headers.Contains("X-Robots-Tag").Should().BeFalse();
    }

    [Fact]
    public async Task Page_LoadsItsFilesUnderItsOwnVersion_AndLinksWithout()
    {
        using var owner = await Owner.ArriveAsync(server);
        await owner.DesignAsync("""{"template":"scholar"}""");
        var url = (await owner.PublishAsync(Owner.NewSlug())).Text("url");
        using var reader = server.NewVisitor();
        var page = await reader.GetStringAsync(url);

        page.Should().Contain("href=\"_v1/style.css\"").And.Contain("href=\"_v1/favicon.svg\"").And.NotContain("_v1/resume.json").And.NotContain("_v1/contact.vcf");
        var style = await reader.GetStringAsync(url + "_v1/style.css");
        foreach (Match font in Font().Matches(style)) (await reader.GetAsync($"{url}_v1/{font.Groups[1].Value}")).StatusCode.Should().Be(HttpStatusCode.OK);
        Font().Count(style).Should().BePositive();
        (await reader.GetAsync(url + "style.css")).StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("br")]
    [InlineData("gzip")]
    [InlineData(null)]
    public async Task Text_IsPackedAsTheReaderTakesIt(string? encoding)
    {
        using var owner = await Owner.ArriveAsync(server);
        var url = (await owner.PublishAsync(Owner.NewSlug())).Text("url");
        using var reader = server.NewVisitor();
        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        if (encoding is not null) request.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue(encoding));
        using var response = await reader.SendAsync(request);

        response.Content.Headers.ContentEncoding.Should().Equal(encoding is null ? [] : [encoding]);
        response.Headers.Vary.Should().Contain("Accept-Encoding");
        await using var body = await response.Content.ReadAsStreamAsync();
        await using Stream plain = encoding switch { "br" => new BrotliStream(body, CompressionMode.Decompress), "gzip" => new GZipStream(body, CompressionMode.Decompress), _ => body };
        (await new StreamReader(plain).ReadToEndAsync()).Should().Contain(SampleCv.Name);
        using var again = new HttpRequestMessage(HttpMethod.Get, url);
        if (encoding is not null) again.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue(encoding));
        again.Headers.IfNoneMatch.Add(response.Headers.ETag!);
        (await reader.SendAsync(again)).StatusCode.Should().Be(HttpStatusCode.NotModified);
    }

    [Fact]
    public async Task Head_TellsTheSizeAndSendsNothing()
    {
        using var owner = await Owner.ArriveAsync(server);
        var url = (await owner.PublishAsync(Owner.NewSlug())).Text("url");
        using var response = await owner.Client.SendAsync(new HttpRequestMessage(HttpMethod.Head, url));
        response.StatusCode.Should().Be(HttpStatusCode.OK);
        response.Content.Headers.ContentLength.Should().BePositive();
        (await response.Content.ReadAsByteArrayAsync()).Should().BeEmpty();
    }

    [Theory]
    [InlineData("/s/nobody-has-this/")]
    [InlineData("/s/nobody-has-this")]
    [InlineData("/s/..%2f..%2fetc/passwd")]
    [InlineData("/s/Not%20A%20Slug/")]
    public async Task Nowhere_IsAFriendlyPageThatNobodyIndexes(string path)
    {
        using var reader = server.NewVisitor();
        using var response = await reader.GetAsync(path);
        response.StatusCode.Should().Be(HttpStatusCode.NotFound);
        response.Content.Headers.ContentType!.MediaType.Should().Be("text/html");
        response.Headers.GetValues("X-Robots-Tag").Should().Equal("noindex");
        (await response.Content.ReadAsStringAsync()).Should().Contain("no page here").And.Contain("<style>");
        response.Headers.GetValues("Content-Security-Policy").Single().Should().StartWith("sandbox;").And.Contain("default-src 'none'").And.Contain("style-src 'sha256-").And.Contain("frame-ancestors 'none'");
    }

    [Fact]
    public async Task Paths_ThatAreNoFileOfTheVersion_AreNotFound()
    {
        using var owner = await Owner.ArriveAsync(server);
        var url = (await owner.PublishAsync(Owner.NewSlug())).Text("url");
        foreach (var path in new[] { "../../server.lock", "..%2f..%2fserver.lock", "_v2/style.css", "_v/style.css", "_v1/", "_v-1/style.css", "_v1/_v1/style.css", "index.html/", "%00" })
            ((int)(await owner.Client.GetAsync(url + path)).StatusCode).Should().BeOneOf([404, 400], path);
        using var bare = await owner.Client.GetAsync(url.TrimEnd('/'));
        bare.Headers.Location!.OriginalString.Should().Be(new Uri(url).AbsolutePath);
    }

    [Fact]
    public async Task WhatIsHiddenNow_IsGoneFromTheVersionBefore_AfterTheGrace()
    {
        await using var clocked = new ClockedServer();
        await clocked.InitializeAsync();
        using var owner = await Owner.ArriveAsync(clocked.Server);
        await owner.DesignAsync("""{"show_phone":true}""");
        var url = (await owner.PublishAsync(Owner.NewSlug())).Text("url");
        await owner.DesignAsync("""{"show_phone":false}""");
        await owner.PublishAsync();
        (await owner.Client.GetAsync(url + "_v1/resume.json")).StatusCode.Should().Be(HttpStatusCode.NotFound);

        (await owner.Client.GetStringAsync(url + "resume.json")).Should().NotContain("0143");
        (await owner.Client.GetAsync(url + "_v1/style.css")).StatusCode.Should().Be(HttpStatusCode.OK, "pages that were sent a moment ago still need it");
        clocked.Time.Advance(TimeSpan.FromMinutes(3));
        (await owner.Client.GetAsync(url + "_v1/style.css")).StatusCode.Should().Be(HttpStatusCode.NotFound);
        (await owner.Client.GetAsync(url + "_v1/resume.json")).StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task PublicHost_ServesSitesAndNothingElse()
    {
        await using var server = new RunningServer { Settings = ["--Resume2Website:Sites:PublicHost", "https://cv.example.test"] };
        await server.InitializeAsync();
        using var owner = await Owner.ArriveAsync(server);
        var slug = Owner.NewSlug();
        (await owner.PublishAsync(slug)).Text("url").Should().Be($"https://cv.example.test/{slug}/");

        var page = await OnHostAsync(owner.Client, $"/{slug}/");
        (await page.Content.ReadAsStringAsync()).Should().Contain(SampleCv.Name).And.Contain($"<link rel=\"canonical\" href=\"https://cv.example.test/{slug}/\"").And
            .Contain($"<meta property=\"og:url\" content=\"https://cv.example.test/{slug}/\"").And.Contain($"<meta property=\"og:image\" content=\"https://cv.example.test/{slug}/og.png\"");
        (await OnHostAsync(owner.Client, $"/{slug}/og.png")).Content.Headers.ContentType!.MediaType.Should().Be("image/png");
        (await (await OnHostAsync(owner.Client, $"/{slug}/sitemap.xml")).Content.ReadAsStringAsync()).Should().Contain($"<loc>https://cv.example.test/{slug}/</loc>");
        (await (await OnHostAsync(owner.Client, $"/{slug}/robots.txt")).Content.ReadAsStringAsync()).Should().Contain($"Sitemap: https://cv.example.test/{slug}/sitemap.xml");
        (await OnHostAsync(owner.Client, $"/{slug}/_v1/style.css")).StatusCode.Should().Be(HttpStatusCode.OK);
        (await OnHostAsync(owner.Client, $"/{slug}")).Headers.Location!.OriginalString.Should().Be($"/{slug}/");
        foreach (var path in new[] { "/", "/api/v1/cv", owner.Url, "/health/live", "/metrics", "/openapi/v1.json", "/js/main.js", "/s/" + slug + "/" })
        {
            using var response = await OnHostAsync(owner.Client, path);
            response.StatusCode.Should().Be(HttpStatusCode.NotFound, path);
        }

        using var beside = await owner.Client.GetAsync($"/s/{slug}/");
        beside.StatusCode.Should().Be(HttpStatusCode.PermanentRedirect);
        beside.Headers.Location!.OriginalString.Should().Be($"https://cv.example.test/{slug}/");
        foreach (var (path, target) in new[] { ("", ""), ("/resume.json", "resume.json"), ("/_v1/style.css", "_v1/style.css"), ("/a%20b%3Fc", "a%20b%3Fc") })
            (await owner.Client.GetAsync($"/s/{slug}{path}")).Headers.Location!.OriginalString.Should().Be($"https://cv.example.test/{slug}/{target}");
    }

    [Theory]
    [InlineData("//")]
    [InlineData("///")]
    public async Task PublicHost_AskedWithMoreSlashes_LeadsToNoOtherHost(string slashes)
    {
        await using var server = new RunningServer { Settings = ["--Resume2Website:Sites:PublicHost", "https://cv.example.test"] };
        await server.InitializeAsync();
        using var owner = await Owner.ArriveAsync(server);
        var slug = Owner.NewSlug();
        await owner.PublishAsync(slug);

        using var response = await OnHostAsync(owner.Client, $"{server.Address.GetLeftPart(UriPartial.Authority)}{slashes}{slug}");
        response.StatusCode.Should().Be(HttpStatusCode.NotFound);
        response.Headers.Location.Should().BeNull();
    }

    private static Task<HttpResponseMessage> OnHostAsync(HttpClient client, string path)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Host = "cv.example.test";
        return client.SendAsync(request);
    }

    [GeneratedRegex("""url\("([^"]+)"\)""")]
    private static partial Regex Font();
}
