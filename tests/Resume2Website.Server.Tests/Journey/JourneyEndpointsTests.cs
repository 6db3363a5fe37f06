using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Logging;
using Resume2Website.Server.Journey;

namespace Resume2Website.Server.Tests.Journey;

public sealed partial class JourneyEndpointsTests : IAsyncLifetime
{
    private WebApplication app = null!;
    private HttpClient client = null!;

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseTestServer();
        app = builder.Build();
        app.MapJourney();
        await app.StartAsync(TestContext.Current.CancellationToken);
        client = app.GetTestClient();
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await app.DisposeAsync();
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/cv/0123456789abcdef")]
    public async Task Page_EitherAddress_IsTheSamePageWithStrictHeaders(string address)
    {
        using var response = await client.GetAsync(address, TestContext.Current.CancellationToken);

        response.StatusCode.Should().Be(HttpStatusCode.OK);
        response.Content.Headers.ContentType!.ToString().Should().Be("text/html; charset=utf-8");
        var policy = response.Headers.GetValues("Content-Security-Policy").Single();
        policy.Should().Contain("default-src 'self'").And.Contain("frame-src 'self'").And.Contain("frame-ancestors 'none'").And.NotContain("unsafe");
        response.Headers.GetValues("X-Content-Type-Options").Should().Equal("nosniff");
        response.Headers.GetValues("Referrer-Policy").Should().Equal("no-referrer");
    }

    [Fact]
    public async Task Page_EverythingItNames_IsThereAndOfItsKind()
    {
        var page = await client.GetStringAsync("/", TestContext.Current.CancellationToken);
        var pending = new Queue<string>(Named().Matches(page).Select(match => match.Groups[1].Value).Where(path => path is not ("/" or "/gallery/")));
        var seen = new HashSet<string>();
        while (pending.TryDequeue(out var path))
        {
            if (!seen.Add(path)) continue;
            using var response = await client.GetAsync(path, TestContext.Current.CancellationToken);
            response.StatusCode.Should().Be(HttpStatusCode.OK, path);
            response.Content.Headers.ContentType!.MediaType.Should().Be(KindOf(path), path);
            var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            foreach (Match match in Imported().Matches(text)) pending.Enqueue("/js/" + match.Groups[1].Value);
            foreach (Match match in Pictured().Matches(text)) pending.Enqueue(match.Groups[1].Value);
        }

        seen.Should().Contain(["/js/journey.js", "/js/stream.js", "/css/base.css", "/img/check.svg"]);
    }

    [Fact]
    public async Task Page_HoldsNoInlineScriptOrStyleAndNothingFromElsewhere()
    {
        var page = await client.GetStringAsync("/", TestContext.Current.CancellationToken);

        page.Should().NotMatchRegex(@"<style|\sstyle=|\son\w+=|<script(?![^>]*\ssrc=)");
        Named().Matches(page).Select(match => match.Groups[1].Value).Should().OnlyContain(path => path.StartsWith('/') && !path.StartsWith("//"));
    }

    [Fact]
    public async Task File_KnownETag_IsNotSentAgain()
    {
        using var first = await client.GetAsync("/js/main.js", TestContext.Current.CancellationToken);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/js/main.js");
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);

        using var second = await client.SendAsync(request, TestContext.Current.CancellationToken);

        second.StatusCode.Should().Be(HttpStatusCode.NotModified);
        (await second.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).Should().BeEmpty();
    }

    [Fact]
    public async Task File_Head_TellsTheSizeAndSendsNothing()
    {
        using var request = new HttpRequestMessage(HttpMethod.Head, "/sample-cv.txt");

        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);

        response.StatusCode.Should().Be(HttpStatusCode.OK);
        response.Content.Headers.ContentLength.Should().BePositive();
        (await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).Should().BeEmpty();
    }

    [Theory]
    [InlineData("/index.html")]
    [InlineData("/js/..%2Findex.html")]
    [InlineData("/cv/a/b")]
    [InlineData("/appsettings.json")]
    public async Task File_NotOneOfThePages_IsNotFound(string path)
    {
        using var response = await client.GetAsync(path, TestContext.Current.CancellationToken);

        response.StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    private static string KindOf(string path) => Path.GetExtension(path) switch
    {
        ".js" => "text/javascript",
        ".css" => "text/css",
        ".svg" => "image/svg+xml",
        var other => throw new InvalidOperationException(other),
    };

    [GeneratedRegex("""(?:src|href)="([^"#]+)["]""")]
    private static partial Regex Named();

    [GeneratedRegex(@"from '\./([\w-]+\.js)'")]
    private static partial Regex Imported();

    [GeneratedRegex(@"url\((/[^)]+)\)")]
    private static partial Regex Pictured();
}
