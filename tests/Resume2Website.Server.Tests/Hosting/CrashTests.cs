using System.Net;
using System.Net.ServerSentEvents;
using System.Text.Json;

namespace Resume2Website.Server.Tests.Hosting;

[Trait("Speed", "Slow")]
public sealed class CrashTests : IDisposable
{
    private readonly TemporaryDirectory _data = new();
    private readonly CookieContainer _cookies = new();
    private readonly int _port = ServerProcess.FreePort();

    [Fact]
    public async Task Kill_InMidJob_GoesOnWhereItWas()
    {
        await using var first = await StartAsync();
        using var visitor = NewVisitor();
        var job = await visitor.SubmitAsync(SampleCv.Pdf(45), "long.pdf");
        var before = await visitor.FollowAsync(job.Text("stream_url"), until: IsWorkUnderWay);
        await first.KillAsync();

        await using var second = await StartAsync();
        var after = await visitor.FollowAsync(job.Text("stream_url"), before.Sequences()[^1]);
        var replay = await visitor.FollowAsync(job.Text("stream_url"));

        replay.Should().Contain(frame => frame.EventType == "workflow_resumed", "the job was killed in the middle");
        replay.Should().Contain(frame => frame.EventType == "workflow_complete");
        before.Concat(after).Sequences().Should().Equal(replay.Sequences(), "nothing is missing, repeated or renumbered");
        replay.Sequences().Should().Equal(Enumerable.Range(1, replay.Sequences().Count).Select(number => (long)number));
        before.Concat(after).Select(Raw).Should().Equal(replay.Select(Raw), "and nothing has changed");
        (await visitor.GetAsync(job.Text("site_url"))).StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Kill_RightAfterTheAnswer_LosesNoJob()
    {
        await using var first = await StartAsync();
        using var visitor = NewVisitor();
        var jobs = new List<JsonElement>();
        for (var i = 0; i < 5; i++) jobs.Add(await visitor.SubmitAsync());
        await first.KillAsync();

        await using var second = await StartAsync();
        foreach (var job in jobs)
            (await visitor.FollowAsync(job.Text("stream_url"))).Should().Contain(frame => frame.EventType == "workflow_complete");
    }

    [Fact]
    public async Task Restart_KeepsTheVisitorsJobs()
    {
        using var visitor = NewVisitor();
        JsonElement job;
        await using (var first = await StartAsync())
        {
            job = await visitor.SubmitAsync();
            await visitor.FollowAsync(job.Text("stream_url"));
            await first.TerminateAsync();
            (await first.ExitCodeAsync()).Should().Be(0);
        }

        await using var second = await StartAsync();
        var listed = (await (await visitor.GetAsync("/api/v1/cv")).JsonAsync()).GetProperty("jobs");
        listed.EnumerateArray().Single().Text("status").Should().Be("completed");
        (await visitor.GetAsync($"{job.Text("status_url")}?ticket={job.Text("ticket")}")).StatusCode.Should().Be(HttpStatusCode.OK);
        (await visitor.GetAsync(job.Text("site_url"))).StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Terminate_WithOpenStreams_EndsThemOnAnEventBoundary()
    {
        await using var server = await StartAsync();
        using var visitor = NewVisitor();
        var started = await (await visitor.PostAsync("/api/v1/workflows/start",
            new StringContent("""{"name":"waits","type":"cv_processing"}""", System.Text.Encoding.UTF8, "application/json"))).JsonAsync();
        using var response = await visitor.GetAsync(started.Text("stream_url"), HttpCompletionOption.ResponseHeadersRead);
        await using var stream = await response.Content.ReadAsStreamAsync();
        var text = new StreamReader(stream);
        (await text.ReadLineAsync()).Should().StartWith("retry:");

        await server.TerminateAsync();
        var rest = await text.ReadToEndAsync().WaitAsync(TimeSpan.FromSeconds(60));
        (await server.ExitCodeAsync()).Should().Be(0);
        rest.Should().EndWith("\n\n").And.NotContain("stream_end");
    }

    public void Dispose() => _data.Dispose();

    private static bool IsWorkUnderWay(SseItem<JsonElement> frame) => frame.EventType == "step_complete";

    private static string Raw(SseItem<JsonElement> frame) => $"{frame.EventType} {frame.Data.GetRawText()}";

    private Task<ServerProcess> StartAsync() =>
        ServerProcess.StartAsync("--urls", $"http://127.0.0.1:{_port}", $"--Resume2Website:DataDirectory={_data.Path}");

    private HttpClient NewVisitor() =>
        new(new SocketsHttpHandler { CookieContainer = _cookies, AllowAutoRedirect = false }) { BaseAddress = new Uri($"http://127.0.0.1:{_port}"), Timeout = RunningServer.Patience };
}
