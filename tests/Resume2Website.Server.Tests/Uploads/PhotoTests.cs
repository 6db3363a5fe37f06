using System.IO.Compression;
using System.Net;
using Resume2Website.Reader.Tests.Ocr;
using SkiaSharp;

namespace Resume2Website.Server.Tests.Uploads;

[Trait("Speed", "Slow")]
public class PhotoTests(RunningServer server)
{
    private static readonly string[] Lines = SampleCv.Text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    [Fact]
    public async Task Upload_Photo_BecomesASite()
    {
        using var visitor = server.NewVisitor();
        using var form = new MultipartFormDataContent();
        Add(form, Lines, "cv.jpg");

        var (resume, pages) = await FollowAsync(visitor, form);

        pages.Should().Be(1);
        resume.GetProperty("basics").Text("name").Should().Be(SampleCv.Name);
        resume.GetProperty("work").GetArrayLength().Should().Be(2);
    }

    [Fact]
    public async Task Upload_TwoPhotos_AreOneCvInTheirOrder()
    {
        var second = Array.IndexOf(Lines, "Education");
        using var visitor = server.NewVisitor();
        using var form = new MultipartFormDataContent();
        Add(form, Lines[..second], "z.jpg");
        Add(form, Lines[second..], "a.jpg");

        var (resume, pages) = await FollowAsync(visitor, form);

        pages.Should().Be(2);
        resume.GetProperty("basics").Text("name").Should().Be(SampleCv.Name);
        resume.GetProperty("work").GetArrayLength().Should().Be(2);
        resume.GetProperty("education")[0].Text("institution").Should().Be("Example University");
    }

    [Fact]
    public async Task Original_OfSeveralPhotos_IsAnArchiveOfAllInTheirOrder()
    {
        using var visitor = server.NewVisitor();
        using var form = new MultipartFormDataContent();
        Add(form, Lines[..3], "../z.jpg");
        Add(form, Lines[3..], "a.jpg");
        var sent = await Task.WhenAll(form.Select(part => part.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)));
        var job = await (await visitor.PostAsync("/api/v1/cv", form, TestContext.Current.CancellationToken)).JsonAsync();

        using var response = await visitor.GetAsync($"{job.Text("status_url")}/original", TestContext.Current.CancellationToken);

        response.Content.Headers.ContentType!.MediaType.Should().Be("application/zip");
        response.Content.Headers.ContentDisposition!.FileName.Should().Be("original.zip");
        await using var archive = new ZipArchive(await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
        archive.Entries.Select(entry => entry.FullName).Should().Equal("page-01.jpg", "page-02.jpg");
        foreach (var (entry, bytes) in archive.Entries.Zip(sent))
        {
            using var content = new MemoryStream();
            await using var packed = await entry.OpenAsync(TestContext.Current.CancellationToken);
            await packed.CopyToAsync(content, TestContext.Current.CancellationToken);
            content.ToArray().Should().Equal(bytes);
        }
    }

    private static async Task<(System.Text.Json.JsonElement Resume, int Pages)> FollowAsync(HttpClient visitor, MultipartFormDataContent form)
    {
        using var response = await visitor.PostAsync("/api/v1/cv", form);
        response.StatusCode.Should().Be(HttpStatusCode.Accepted, await response.Content.ReadAsStringAsync());
        var job = await response.JsonAsync();
        var frames = await visitor.FollowAsync(job.Text("stream_url"));
        var end = frames.Single(frame => frame.EventType is "workflow_complete" or "workflow_failed");
        end.EventType.Should().Be("workflow_complete", end.Data.GetRawText());
        (await visitor.GetAsync(job.Text("site_url"))).StatusCode.Should().Be(HttpStatusCode.OK);
        return (await (await visitor.GetAsync(job.Text("resume_url"))).JsonAsync(), end.Data.GetProperty("result").GetProperty("pages").GetInt32());
    }

    private static void Add(MultipartFormDataContent form, string[] lines, string name)
    {
        using var page = DrawnPage.Of(lines, size: 28);
        form.Add(new ByteArrayContent(page.Encode(SKEncodedImageFormat.Jpeg)), "file", name);
    }
}
