using System.Diagnostics;

namespace Resume2Website.Server.Tests.Uploads;

/// <summary>Measures and prints; what it asserts is that every run completes.</summary>
[Trait("Speed", "Slow")]
public class LatencyTests(RunningServer server, ITestOutputHelper output)
{
    private const int Runs = 10;

    [Fact]
    public async Task TwoPagePdf_OnceWarm_FromUploadToCompletion()
    {
        using var visitor = server.NewVisitor();
        var times = new List<double>();
        for (var run = 0; run <= Runs; run++)
        {
            var begun = Stopwatch.GetTimestamp();
            var job = await visitor.SubmitAsync(SampleCv.Pdf(), "two-pages.pdf");
            var frames = await visitor.FollowAsync(job.Text("stream_url"), until: frame => frame.EventType is "workflow_complete" or "workflow_failed");
            frames[^1].EventType.Should().Be("workflow_complete");
            if (run > 0) times.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
        }

        times.Sort();
        output.WriteLine($"upload to workflow_complete, 2 pages, {Runs} runs: median {times[Runs / 2]:F0} ms, slowest {times[^1]:F0} ms");
    }
}
