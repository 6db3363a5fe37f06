using System.Net;
using System.Text.Json;
using LiveWorkflows.AspNetCore.Tests.Sse;
using LiveWorkflows.Events;

namespace LiveWorkflows.AspNetCore.Tests.Demo;

public sealed class ErrorHandlingDemoTests
{
    [Fact]
    public async Task Demo_ShowsAWarningARetriedErrorARecoveredStepAndAFailureWithAdvice()
    {
        await using var host = await WebHost.StartAsync();

        await using var reader = await SseReader.OpenAsync(host.Client, "/api/v1/sse/test-error-handling");
        var frames = await reader.ReadToEndAsync();

        var events = frames.ConvertAll(frame => (frame.Event, Data: JsonDocument.Parse(frame.Data).RootElement));
        events.Select(item => item.Event).Should().ContainInOrder(
            WorkflowStarted.Name, WarningReported.Name, ErrorReported.Name, StepRetried.Name, StepCompleted.Name, ErrorReported.Name, StepCompleted.Name,
            StepFailed.Name, ErrorReported.Name, WorkflowFailed.Name, "stream_end");
        events[0].Data.GetProperty("type").GetString().Should().Be("demo");
        var retry = events.Single(item => item.Event == StepRetried.Name).Data;
        retry.GetProperty("error").GetProperty("code").GetString().Should().Be("connection_refused");
        events.Single(item => item.Event == StepCompleted.Name && item.Data.GetProperty("step_id").GetString() == retry.GetProperty("step_id").GetString())
            .Data.GetProperty("attempt").GetInt32().Should().Be(2);
        var failure = events.Single(item => item.Event == WorkflowFailed.Name).Data.GetProperty("error");
        failure.GetProperty("code").GetString().Should().Be("result_not_saved");
        failure.GetProperty("recovery_suggestions").GetArrayLength().Should().BeGreaterThan(0);
    }

    [Fact]
    public async Task Demo_WhenEventSourceComesBack_IsNotRunAgain()
    {
        await using var host = await WebHost.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/sse/test-error-handling");
        request.Headers.Add("Last-Event-ID", "30");

        using var response = await host.Client.SendAsync(request);

        response.StatusCode.Should().Be(HttpStatusCode.NoContent);
        host.Tracker.Statistics.Events.Should().Be(0);
    }
}
