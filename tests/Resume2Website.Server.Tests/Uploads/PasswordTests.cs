using System.Net;
using System.Net.Http.Json;
using System.Net.ServerSentEvents;
using System.Text;
using System.Text.Json;
using Resume2Website.Reader.Tests.Pdf;

namespace Resume2Website.Server.Tests.Uploads;

public class PasswordTests(RunningServer server)
{
    private const string Password = "pear-Quorblina";

    [Fact]
    public async Task Upload_ProtectedPdf_AsksForItsPasswordUntilItIsRight()
    {
        using var visitor = server.NewVisitor();
        var job = await visitor.SubmitAsync(Protected(Password), "cv.pdf");
        CodeOf(await visitor.FollowAsync(job.Text("stream_url"))).Should().Be("file_encrypted");

        var wrong = await RetryAsync(visitor, job.Text("status_url"), "apple-Quorblina");
        CodeOf(wrong).Should().Be("password_wrong");

        var right = await RetryAsync(visitor, job.Text("status_url"), Password);
        right.Should().Contain(frame => frame.EventType == "workflow_complete");
        string.Join('\n', wrong.Concat(right).Select(frame => frame.Data.ToString())).Should().NotContain("Quorblina");
        var view = await visitor.GetStringAsync(job.Text("status_url"));
        view.Should().Contain(SampleCv.Name).And.NotContain("Quorblina");
    }

    [Fact]
    public async Task Upload_WithThePassword_IsProcessedToTheEnd()
    {
        using var visitor = server.NewVisitor();
        using var form = Visiting.Form(Protected(Password), "cv.pdf");
        form.Add(new StringContent(Password), "password");
        using var response = await visitor.PostAsync("/api/v1/cv", form);
        response.StatusCode.Should().Be(HttpStatusCode.Accepted);

        var frames = await visitor.FollowAsync((await response.JsonAsync()).Text("stream_url"));

        frames.Should().Contain(frame => frame.EventType == "workflow_complete");
    }

    [Fact]
    public async Task Upload_OwnerPasswordAlone_IsJustRead()
    {
        using var visitor = server.NewVisitor();
        var job = await visitor.SubmitAsync(Protected(""), "cv.pdf");

        (await visitor.FollowAsync(job.Text("stream_url"))).Should().Contain(frame => frame.EventType == "workflow_complete");
    }

    [Fact]
    public async Task Upload_ProtectedWordFile_IsRefusedWithAdvice()
    {
        byte[] content = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. Encoding.Unicode.GetBytes("EncryptedPackage")];
        using var visitor = server.NewVisitor();
        using var response = await visitor.UploadAsync(content, "cv.docx");

        ((int)response.StatusCode).Should().Be(422);
        (await response.JsonAsync()).Text("code").Should().Be("password_unsupported");
    }

    private static byte[] Protected(string password) => EncryptedPdf.WriteLines(SampleCv.Text, password, "plum");

    private static async Task<List<SseItem<JsonElement>>> RetryAsync(HttpClient visitor, string job, string password)
    {
        using var response = await visitor.PostAsJsonAsync($"{job}/retry", new { password });
        response.StatusCode.Should().Be(HttpStatusCode.Accepted);
        return await visitor.FollowAsync((await response.JsonAsync()).Text("stream_url"));
    }

    private static string CodeOf(IEnumerable<SseItem<JsonElement>> frames) =>
        frames.Single(frame => frame.EventType == "workflow_failed").Data.GetProperty("error").Text("code");
}
