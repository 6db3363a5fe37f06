using System.Diagnostics;
using System.Text;
using System.Text.Json;

namespace Resume2Website.Server.Tests.Hosting;

/// <summary>The guide's curl commands, by curl itself, on the real server; only the port is another.</summary>
[Trait("Speed", "Slow")]
public class GuideTests(RunningServer server)
{
    [Fact]
    public async Task Heartbeat_BeatsAtOnceAndEveryTwoSeconds()
    {
        var output = await CurlAsync("-N", "-m", "3.5", "http://localhost:2000/api/v1/sse/heartbeat");
        var beats = output.Split('\n').Where(line => line.StartsWith("data: ", StringComparison.Ordinal)).Select(line => JsonDocument.Parse(line[6..]).RootElement).ToList();
        beats.Should().HaveCount(2);
        beats[0].GetProperty("connections").GetInt32().Should().BePositive();
        beats[0].Text("timestamp").Should().StartWith("20");
    }

    [Fact]
    public async Task Start_ThenMetrics_WorkAsWritten()
    {
        var started = await CurlAsync("-X", "POST", "http://localhost:2000/api/v1/workflows/start", "-H", "Content-Type: application/json", "-d", """
            {
                "name": "test_cv_extraction",
                "type": "cv_processing",
                "file_name": "resume.pdf"
              }
            """);
        JsonDocument.Parse(started).RootElement.Text("status").Should().Be("waiting");
        var metrics = JsonDocument.Parse(await CurlAsync("http://localhost:2000/api/v1/workflows/metrics?time_window_minutes=5")).RootElement;
        metrics.GetProperty("workflows").ValueKind.Should().Be(JsonValueKind.Object);
    }

    [Fact]
    public async Task ErrorHandling_ShowsARetryARecoveryAndAFailureWithAdvice()
    {
        var output = await CurlAsync("-N", "-m", "30", "http://localhost:2000/api/v1/sse/test-error-handling");
        output.Should().Contain("event: warning").And.Contain("event: step_retry").And.Contain("event: workflow_failed").And.Contain("recovery_suggestions");
    }

    private async Task<string> CurlAsync(params string[] arguments)
    {
        var address = $"http://localhost:{server.Address.Port}";
        var start = new ProcessStartInfo("curl") { RedirectStandardOutput = true, StandardOutputEncoding = Encoding.UTF8 };
        start.ArgumentList.Add("-s");
        start.ArgumentList.Add("-4");
        foreach (var argument in arguments) start.ArgumentList.Add(argument.Replace("http://localhost:2000", address, StringComparison.Ordinal));
        using var curl = Process.Start(start)!;
        var output = await curl.StandardOutput.ReadToEndAsync();
        await curl.WaitForExitAsync();
        return output;
    }
}
