using System.Net;
using System.Text;
using System.Text.Json;

namespace Resume2Website.Server.Tests.Uploads;

public class WaitingJobTests(RunningServer server)
{
    private const string GuideBody = """{ "name": "test_cv_extraction", "type": "cv_processing", "file_name": "resume.pdf" }""";

    [Fact]
    public async Task Start_ThenFile_RunsTheRealPipeline()
    {
        using var visitor = server.NewVisitor();
        var started = await StartAsync(visitor);
        started.Text("status").Should().Be("waiting");
        started.Text("job_id").Should().Be(started.Text("workflow_id"));

        using var upload = await visitor.PostAsync(started.Text("upload_url"), Visiting.Form(SampleCv.Bytes));
        upload.StatusCode.Should().Be(HttpStatusCode.Accepted, await upload.Content.ReadAsStringAsync());
        var frames = await visitor.FollowAsync(started.Text("stream_url"));
        frames.Should().Contain(frame => frame.EventType == "workflow_complete");

        using var second = await visitor.PostAsync(started.Text("upload_url"), Visiting.Form(SampleCv.Bytes));
        ((int)second.StatusCode).Should().Be(409);
    }

    [Fact]
    public async Task Start_WithATakenId_Is409()
    {
        using var visitor = server.NewVisitor();
        var id = $"mine-{Guid.NewGuid():N}";
        var body = $$"""{"name":"a","type":"cv_processing","id":"{{id}}"}""";
        (await visitor.PostAsync("/api/v1/workflows/start", new StringContent(body, Encoding.UTF8, "application/json"))).StatusCode.Should().Be(HttpStatusCode.Created);
        (await visitor.PostAsync("/api/v1/workflows/start", new StringContent(body, Encoding.UTF8, "application/json"))).StatusCode.Should().Be(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task Start_WithoutAFileInTime_FailsClearly()
    {
        await using var hasty = new RunningServer { Settings = ["--Resume2Website:Limits:UploadDeadline", "00:00:00.2"] };
        await hasty.InitializeAsync();
        using var visitor = hasty.NewVisitor();
        var started = await StartAsync(visitor);
        var frames = await visitor.FollowAsync(started.Text("stream_url"));
        frames.Single(frame => frame.EventType == "workflow_failed").Data.GetProperty("error").Text("code").Should().Be("upload_timeout");
        using var late = await visitor.PostAsync(started.Text("upload_url"), Visiting.Form(SampleCv.Bytes));
        ((int)late.StatusCode).Should().Be(409);
    }

    [Theory]
    [InlineData("/api/v1/cv/")]
    [InlineData("/api/v1/workflows/")]
    public async Task Upload_AfterACancellation_IsRefused(string route)
    {
        using var visitor = server.NewVisitor();
        var started = await StartAsync(visitor);
        (await visitor.PostAsync($"{route}{started.Text("job_id")}/cancel", null)).StatusCode.Should().Be(HttpStatusCode.Accepted);

        using var late = await visitor.PostAsync(started.Text("upload_url"), Visiting.Form(SampleCv.Bytes));

        ((int)late.StatusCode).Should().Be(409);
    }

    private static async Task<JsonElement> StartAsync(HttpClient visitor)
    {
        using var response = await visitor.PostAsync("/api/v1/workflows/start", new StringContent(GuideBody, Encoding.UTF8, "application/json"));
        response.StatusCode.Should().Be(HttpStatusCode.Created, await response.Content.ReadAsStringAsync());
        return await response.JsonAsync();
    }
}
