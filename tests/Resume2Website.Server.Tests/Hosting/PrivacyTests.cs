using System.Text;

namespace Resume2Website.Server.Tests.Hosting;

public class PrivacyTests
{
    [Fact]
    public async Task Logs_AfterGoodAndBadUploads_HoldNothingOfThem()
    {
        await using var server = new RunningServer();
        await server.InitializeAsync();
        using var visitor = server.NewVisitor();
        var job = await visitor.SubmitAsync();
        await visitor.FollowAsync(job.Text("stream_url"));
        using var bad = await visitor.UploadAsync(Encoding.UTF8.GetBytes("%PDF-1.4 " + SampleCv.Mail), "Marisol-Quintanilla-broken.pdf");
        if ((int)bad.StatusCode == 202) await visitor.FollowAsync((await bad.JsonAsync()).Text("stream_url"));
        await visitor.GetAsync(job.Text("site_url"));
        await visitor.GetAsync($"{job.Text("status_url")}?ticket={job.Text("ticket")}");
        await visitor.DeleteAsync(job.Text("status_url"));

        server.Logs.Text.Should().NotBeEmpty();
        foreach (var secret in new[] { SampleCv.Name, SampleCv.Mail, "Quintanilla", "Halvorsen", "202 555" })
            server.Logs.Text.Should().NotContainEquivalentOf(secret);
    }

    [Fact]
    public async Task LogFiles_AfterAJobWithTagsAndItsDeletion_TellOfItAndHoldNothingOfTheCv()
    {
        using var logs = new TemporaryDirectory();
        await using (var server = new RunningServer { Settings = ["--Resume2Website:LogDirectory", logs.Path] })
        {
            await server.InitializeAsync();
            using var visitor = server.NewVisitor();
            using var form = new MultipartFormDataContent
            {
                { new ByteArrayContent(Encoding.UTF8.GetBytes(SampleCv.Text)), "file", "Marisol-Quintanilla.txt" },
                { new StringContent("{\"applicant\":\"Halvorsen\"}"), "tags" },
            };
            using var answer = await visitor.PostAsync("/api/v1/cv", form);
            var job = await answer.JsonAsync();
            await visitor.FollowAsync(job.Text("stream_url"));
            await visitor.DeleteAsync(job.Text("status_url"));
        }

        var text = await File.ReadAllTextAsync(Directory.EnumerateFiles(logs.Path, "resume2website-*.jsonl").Single());
        text.Should().Contain("workflow_complete").And.Contain("section");
        foreach (var secret in new[] { SampleCv.Name, SampleCv.Mail, "Quintanilla", "Halvorsen", "202 555", "applicant", "\"tags\"", "ticket=" })
            text.Should().NotContainEquivalentOf(secret);
    }

    [Fact]
    public async Task Events_OfAJob_HoldNoTextOfTheCv()
    {
        await using var server = new RunningServer();
        await server.InitializeAsync();
        using var visitor = server.NewVisitor();
        var job = await visitor.SubmitAsync();
        var frames = await visitor.FollowAsync(job.Text("stream_url"));
        var text = string.Join('\n', frames.Select(frame => frame.Data.GetRawText()));
        foreach (var secret in new[] { SampleCv.Name, SampleCv.Mail, "Quintanilla", "Halvorsen", "202 555" })
            text.Should().NotContainEquivalentOf(secret);
    }
}
