using System.Net;
using AngleSharp.Html.Parser;

namespace Resume2Website.Server.Tests.Journey;

public sealed class GalleryTests(RunningServer server)
{
    [Fact]
    public async Task Gallery_AndAllThatItNames_IsThereForEveryone()
    {
        using var visitor = server.NewVisitor();
        using var response = await visitor.GetAsync("/gallery/");
        var page = await new HtmlParser().ParseDocumentAsync(await response.Content.ReadAsStreamAsync());
        var frames = page.QuerySelectorAll("iframe").Select(frame => "/gallery/" + frame.GetAttribute("src")).ToArray();

        response.StatusCode.Should().Be(HttpStatusCode.OK);
        response.Headers.GetValues("Content-Security-Policy").Single().Should().Contain("default-src 'none'").And.NotContain("script");
        frames.Should().HaveCount(15);
        foreach (var frame in frames)
        {
            using var site = await visitor.GetAsync(frame);
            site.StatusCode.Should().Be(HttpStatusCode.OK, frame);
            using var style = await visitor.GetAsync(frame.Replace("index.html", "style.css", StringComparison.Ordinal));
            style.Content.Headers.ContentType!.MediaType.Should().Be("text/css");
        }
    }

    [Theory]
    [InlineData("/gallery/gutter/nobody/index.html")]
    [InlineData("/gallery/..%2findex.html")]
    public async Task Gallery_AnythingElse_IsNotFound(string address)
    {
        using var visitor = server.NewVisitor();
        using var response = await visitor.GetAsync(address);

        response.StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Gallery_WithoutItsSlash_LeadsThere()
    {
        using var visitor = server.NewVisitor();
        using var response = await visitor.GetAsync("/gallery");

        response.Headers.Location!.OriginalString.Should().Be("/gallery/");
    }
}
