using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace Resume2Website.Server.Tests.Uploads;

public class UploadTests(RunningServer server)
{
    [Fact]
    public async Task Upload_Text_IsProcessedToTheEnd()
    {
        using var visitor = server.NewVisitor();
        var job = await visitor.SubmitAsync();
        var frames = await visitor.FollowAsync(job.Text("stream_url"));

        frames.Sequences().Should().Equal(Enumerable.Range(1, frames.Sequences().Count).Select(number => (long)number));
        var end = frames.Single(frame => frame.EventType is "workflow_complete" or "workflow_failed" or "workflow_cancelled");
        end.EventType.Should().Be("workflow_complete", end.Data.GetRawText());
        frames[^1].EventType.Should().Be("stream_end");
        frames.Where(frame => frame.EventType == "phase_started").Select(frame => frame.Data.Text("phase"))
            .Should().Equal("VALIDATION", "PROCESSING", "GENERATION", "FINALIZATION");
        (await visitor.GetAsync(end.Data.GetProperty("result").Text("site_url"))).StatusCode.Should().Be(HttpStatusCode.OK);
        var resume = await (await visitor.GetAsync(job.Text("resume_url"))).JsonAsync();
        resume.GetProperty("basics").Text("name").Should().Be(SampleCv.Name);
    }

    [Fact]
    public async Task Upload_Accepted_NamesEverythingOfTheJob()
    {
        using var visitor = server.NewVisitor();
        using var response = await visitor.UploadAsync();
        var job = await response.JsonAsync();
        var id = job.Text("job_id");

        response.StatusCode.Should().Be(HttpStatusCode.Accepted);
        job.Text("status").Should().BeOneOf("queued", "running");
        job.Text("ticket").Length.Should().BeGreaterThanOrEqualTo(22);
        job.Text("stream_url").Should().Be($"/api/v1/sse/cv-processing/{id}");
        job.Text("status_url").Should().Be($"/api/v1/cv/{id}");
        job.Text("site_url").Should().Be($"/api/v1/cv/{id}/site/");
        job.Text("resume_url").Should().Be($"/api/v1/cv/{id}/resume.json");
        response.Headers.Location!.OriginalString.Should().Be($"/api/v1/cv/{id}");
        var cookie = response.Headers.GetValues("Set-Cookie").Single();
        cookie.Should().ContainEquivalentOf("httponly").And.ContainEquivalentOf("samesite=lax");
    }

    [Theory]
    [InlineData("", "cv.txt", 400, "file_empty")]
    [InlineData("   \n\n ", "cv.txt", 400, "file_empty")]
    [InlineData("Just some words, no PDF", "cv.pdf", 415, "file_type_mismatch")]
    [InlineData("\u0001\u0002\u0003\u0004 binary \u0005\u0000", "cv.bin", 415, "file_type_unsupported")]
    [InlineData("\u0000\u0000\u0000\u0018ftypheic\u0000\u0000\u0000\u0000mif1heic", "photo.jpg", 415, "picture_unsupported")]
    [InlineData("\u0000\u0001\u0002 no picture that is known", "photo.heic", 415, "picture_unsupported")]
    [InlineData("X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*", "cv.txt", 422, "malware_found")]
    public async Task Upload_OfWhatIsNoCv_IsRefusedWithACode(string content, string fileName, int status, string code)
    {
        using var visitor = server.NewVisitor();
        using var response = await visitor.UploadAsync(Encoding.Latin1.GetBytes(content), fileName);
        await ShouldBeProblemAsync(response, status, code);
        (await (await visitor.GetAsync("/api/v1/cv")).JsonAsync()).GetProperty("jobs").GetArrayLength().Should().Be(0);
    }

    [Fact]
    public async Task Upload_TooLargeByItsLength_IsRefusedBeforeItsBody()
    {
        using var visitor = server.NewVisitor();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/cv") { Content = Visiting.Form(new byte[30_000_000]) };
        request.Headers.ExpectContinue = true;
        using var response = await visitor.SendAsync(request);
        await ShouldBeProblemAsync(response, 413, "file_too_large");
    }

    [Fact]
    public async Task Upload_OneByteTooLarge_IsRefused()
    {
        var content = new byte[(10 << 20) + 1];
        Array.Fill(content, (byte)'a');
        using var visitor = server.NewVisitor();
        using var response = await visitor.UploadAsync(content, "cv.txt");
        await ShouldBeProblemAsync(response, 413, "file_too_large");
    }

    [Fact]
    public async Task Upload_WithoutAFile_IsRefused()
    {
        using var visitor = server.NewVisitor();
        using var form = new MultipartFormDataContent { { new StringContent("gutter"), "template" } };
        using var response = await visitor.PostAsync("/api/v1/cv", form);
        await ShouldBeProblemAsync(response, 400, "file_missing");
    }

    [Fact]
    public async Task Upload_OfSeveralFilesThatAreNoPictures_IsRefused()
    {
        using var visitor = server.NewVisitor();
        using var form = Visiting.Form(SampleCv.Bytes);
        form.Add(new ByteArrayContent(SampleCv.Bytes), "file", "second.txt");
        using var response = await visitor.PostAsync("/api/v1/cv", form);
        await ShouldBeProblemAsync(response, 400, "several_documents");
    }

    [Theory]
    [InlineData("template", "no-such-template", "template_unknown")]
    [InlineData("tags", "not json", "tags_invalid")]
    [InlineData("tags", "{\"a\":1}", "tags_invalid")]
    public async Task Upload_WithAWrongField_IsRefused(string field, string value, string code)
    {
        using var visitor = server.NewVisitor();
        using var form = Visiting.Form(SampleCv.Bytes);
        form.Add(new StringContent(value), field);
        using var response = await visitor.PostAsync("/api/v1/cv", form);
        await ShouldBeProblemAsync(response, 400, code);
    }

    [Fact]
    public async Task Upload_ThatIsNoForm_IsRefused()
    {
        using var visitor = server.NewVisitor();
        using var response = await visitor.PostAsync("/api/v1/cv", new StringContent("{}", Encoding.UTF8, "application/json"));
        await ShouldBeProblemAsync(response, 415, "multipart_required");
    }

    [Fact]
    public async Task Upload_CutShort_IsRefused()
    {
        using var visitor = server.NewVisitor();
        using var content = new StringContent("--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n\r\nhalf");
        content.Headers.ContentType = MediaTypeHeaderValue.Parse("multipart/form-data; boundary=b");
        using var response = await visitor.PostAsync("/api/v1/cv", content);
        await ShouldBeProblemAsync(response, 400, "upload_malformed");
    }

    [Fact]
    public async Task Upload_NameWithPathAndControls_IsShownAsPlainText()
    {
        using var visitor = server.NewVisitor();
        var job = await visitor.SubmitAsync(fileName: "..\\..\\etc\\c\u202Ev.txt");
        var view = await (await visitor.GetAsync(job.Text("status_url"))).JsonAsync();
        view.Text("file_name").Should().NotContainAny("/", "\\", "\u202E").And.EndWith(".txt");
    }

    [Fact]
    public async Task Upload_WhenTheQueueIsFull_IsRefusedForLater()
    {
        await using var small = new RunningServer { Settings = ["--Resume2Website:Limits:MaxQueuedJobs", "1", "--Resume2Website:Limits:MaxConcurrentUploads", "1"] };
        await small.InitializeAsync();
        using var visitor = small.NewVisitor();
        HttpResponseMessage? refused = null;
        for (var i = 0; i < 50 && refused is null; i++)
        {
            var responses = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => visitor.UploadAsync()));
            refused = responses.FirstOrDefault(response => response.StatusCode == HttpStatusCode.ServiceUnavailable);
        }

        refused.Should().NotBeNull();
        refused!.Headers.RetryAfter!.Delta.Should().BeGreaterThan(TimeSpan.Zero);
        (await refused.JsonAsync()).Text("code").Should().BeOneOf("queue_full", "uploads_busy");
    }

    private static async Task ShouldBeProblemAsync(HttpResponseMessage response, int status, string code)
    {
        var text = await response.Content.ReadAsStringAsync();
        ((int)response.StatusCode).Should().Be(status, text);
        response.Content.Headers.ContentType!.MediaType.Should().Be("application/problem+json");
        var problem = await response.JsonAsync();
        problem.Text("code").Should().Be(code);
        problem.GetProperty("recovery_suggestions").GetArrayLength().Should().BePositive();
        text.Should().NotContain("   at ");
    }
}
