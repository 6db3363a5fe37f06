using System.Net;
using System.Text;
using System.Text.Json;

namespace Resume2Website.Server.Tests.Publishing;

[Trait("Speed", "Slow")]
public class PdfTests(RunningServer server)
{
    [Fact]
    public async Task Pdf_OfAFinishedJob_IsTheSameEveryTimeAndNotPrintedForWhoHasIt()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/chromium"), "No Chromium is installed (Debian: apt-get install chromium).");
        using var visitor = server.NewVisitor();
        var address = await FinishedAsync(visitor) + "/site.pdf";
        using var first = await visitor.GetAsync(address);
        using var second = await visitor.GetAsync(address);

        first.StatusCode.Should().Be(HttpStatusCode.OK, await first.Content.ReadAsStringAsync());
        first.Content.Headers.ContentType!.MediaType.Should().Be("application/pdf");
        first.Content.Headers.ContentDisposition!.DispositionType.Should().Be("attachment");
        var pdf = await first.Content.ReadAsByteArrayAsync();
        Encoding.Latin1.GetString(pdf).Should().StartWith("%PDF-");
        (await second.Content.ReadAsByteArrayAsync()).Should().Equal(pdf);

        using var again = new HttpRequestMessage(HttpMethod.Get, address);
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        (await visitor.SendAsync(again)).StatusCode.Should().Be(HttpStatusCode.NotModified);
        using var letter = new HttpRequestMessage(HttpMethod.Head, address + "?paper=letter");
        (await visitor.SendAsync(letter)).Headers.ETag.Should().NotBe(first.Headers.ETag);
    }

    [Fact]
    public async Task Pdf_OfAnotherVisitorsJob_Is404()
    {
        using var visitor = server.NewVisitor();
        using var stranger = server.NewVisitor();
        (await stranger.GetAsync(await FinishedAsync(visitor) + "/site.pdf")).StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("foolscap")]
    [InlineData("1")]
    [InlineData("7")]
    public async Task Pdf_OnNoKnownPaper_Is400(string paper)
    {
        using var visitor = server.NewVisitor();
        (await visitor.GetAsync($"{await FinishedAsync(visitor)}/site.pdf?paper={paper}")).StatusCode.Should().Be(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Pdf_BeforeThereIsASite_Is409()
    {
        using var visitor = server.NewVisitor();
        using var started = await visitor.PostAsync("/api/v1/workflows/start", new StringContent("""{"name":"later","type":"cv_processing"}""", Encoding.UTF8, "application/json"));
        var id = (await started.JsonAsync()).Text("job_id");
        (await visitor.GetAsync($"/api/v1/cv/{id}/site.pdf")).StatusCode.Should().Be(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task Pdf_WithoutABrowser_Is501AndSaysWhatToInstall()
    {
        await using var bare = new RunningServer { Settings = ["--Resume2Website:PdfBrowser", "/nowhere/chromium"] };
        await bare.InitializeAsync();
        using var visitor = bare.NewVisitor();
        using var response = await visitor.GetAsync(await FinishedAsync(visitor) + "/site.pdf");

        ((int)response.StatusCode).Should().Be(501);
        var problem = await response.JsonAsync();
        problem.Text("code").Should().Be("pdf_unavailable");
        problem.GetProperty("recovery_suggestions").EnumerateArray().Select(advice => advice.Text("text")).Should().Contain(text => text.Contains("apt-get install chromium"));
    }

    /// <summary>The address of a job whose site is there.</summary>
    private static async Task<string> FinishedAsync(HttpClient visitor)
    {
        var job = await visitor.SubmitAsync();
        (await visitor.FollowAsync(job.Text("stream_url"))).Should().Contain(frame => frame.EventType == "workflow_complete");
        return job.Text("status_url");
    }
}
