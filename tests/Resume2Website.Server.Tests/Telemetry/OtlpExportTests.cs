using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Resume2Website.Server.Tests.Telemetry;

/// <summary>What an OpenTelemetry receiver gets of a job, over OTLP/HTTP.</summary>
public sealed class OtlpExportTests
{
    private const string WholeJob = "workflow cv_processing";

    [Fact]
    [Trait("Speed", "Slow")]
    public async Task Traces_AndMetricsOfAJob_ReachTheReceiverAndHoldNothingOfTheCv()
    {
        var received = new ConcurrentBag<(string Path, string Text)>();
        var whole = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        await using var receiver = builder.Build();
        receiver.MapPost("/v1/{signal}", async (string signal, HttpRequest request) =>
        {
            using var body = new MemoryStream();
            await request.Body.CopyToAsync(body);
            // Names and values are plain UTF-8 within the protobuf.
            var text = Encoding.UTF8.GetString(body.ToArray());
            received.Add((signal, text));
            if (text.Contains(WholeJob, StringComparison.Ordinal)) whole.TrySetResult();
            return Results.Bytes([], "application/x-protobuf");
        });
        await receiver.StartAsync(TestContext.Current.CancellationToken);
        await using (var server = new RunningServer { Settings = ["--Resume2Website:Telemetry:OtlpEndpoint", receiver.Urls.Single()] })
        {
            await server.InitializeAsync();
            using var visitor = server.NewVisitor();
            var job = await visitor.SubmitAsync();
            await visitor.FollowAsync(job.Text("stream_url"));
            // A span ends when its event is stored and seen, so the last one may come just behind the stream's end.
            await whole.Task.WaitAsync(RunningServer.Patience);
        }

        var traces = string.Concat(received.Where(item => item.Path == "traces").Select(item => item.Text));
        traces.Should().Contain(WholeJob).And.Contain("phase VALIDATION").And.Contain("liveworkflows.step.id").And.Contain("resume2website");
        string.Concat(received.Where(item => item.Path == "metrics").Select(item => item.Text)).Should().Contain("liveworkflows.workflow.duration");
        foreach (var secret in new[] { SampleCv.Name, SampleCv.Mail, "Quintanilla", "Halvorsen", "ticket" })
            received.Should().NotContain(item => item.Text.Contains(secret, StringComparison.OrdinalIgnoreCase));
    }
}
