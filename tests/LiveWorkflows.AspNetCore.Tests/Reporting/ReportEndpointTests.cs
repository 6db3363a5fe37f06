using System.Net;
using System.Text.Json;
using LiveWorkflows.AspNetCore.Reporting;
using LiveWorkflows.AspNetCore.Tests.Sse;
using LiveWorkflows.Events;
using Microsoft.Extensions.DependencyInjection;

namespace LiveWorkflows.AspNetCore.Tests.Reporting;

public sealed class ReportEndpointTests
{
    private const string WholeRun = """
        [
          {"type": "phase_started", "client_seq": 1, "phase": "VALIDATION", "expected_steps": 2},
          {"type": "step_started", "client_seq": 2, "step_name": "Checking file format"},
          {"type": "progress", "client_seq": 3, "percentage": 50},
          {"type": "metric", "client_seq": 4, "metrics": [{"name": "pages", "kind": "counter", "value": 2}, {"name": "ai", "kind": "timer", "last_ms": 12.5}, {"name": "sure", "kind": "gauge", "value": 0.9}]},
          {"type": "step_complete", "client_seq": 5, "detail": "File is valid PDF", "confidence": 0.9},
          {"type": "step_started", "client_seq": 6, "step_id": "size", "step_name": "Checking file size"},
          {"type": "step_retry", "client_seq": 7, "step_id": "size", "error": {"message": "not yet", "code": "busy"}},
          {"type": "step_failed", "client_seq": 8, "step_id": "size", "error": {"message": "too large", "code": "too_large", "category": "input"}},
          {"type": "log", "client_seq": 9, "level": "warning", "message": "hello", "fields": {"a": 1}},
          {"type": "warning", "client_seq": 10, "code": "odd", "message": "odd"},
          {"type": "error_reported", "client_seq": 11, "detail": "bad", "recovery_suggestions": [{"action": "retry", "text": "Try again."}]},
          {"type": "confidence", "client_seq": 12, "value": 0.7},
          {"type": "section", "client_seq": 13, "section": "work", "count": 3},
          {"type": "phase_complete", "client_seq": 14},
          {"type": "workflow_complete", "client_seq": 15, "result": {"answer": 42}}
        ]
        """;

    [Fact]
    public async Task Report_OfAWholeRun_BecomesTheWorkflowsEvents()
    {
        await using var host = await WebHost.StartAsync();
        var id = await StartAsync(host);

        var (status, body) = await host.PostJsonAsync($"/api/v1/workflows/{id}/events", WholeRun);

        status.Should().Be(HttpStatusCode.Accepted);
        body.GetProperty("accepted").GetInt32().Should().Be(15);
        body.GetProperty("last_client_seq").GetInt64().Should().Be(15);
        var frames = await StoredFrames.OfAsync(host.Log, id);
        frames.Select(frame => frame.Event).Should().ContainInOrder(
            WorkflowStarted.Name, PhaseStarted.Name, StepStarted.Name, StepCompleted.Name, StepStarted.Name, StepRetried.Name, StepFailed.Name, Logged.Name,
            WarningReported.Name, ErrorReported.Name, ConfidenceReported.Name, "section", PhaseCompleted.Name, MetricsReported.Name, Progressed.Name, WorkflowCompleted.Name);
        var end = JsonDocument.Parse(frames[^1].Data).RootElement;
        end.GetProperty("result").GetProperty("answer").GetInt32().Should().Be(42);
        end.GetProperty("summary").GetProperty("counters").GetProperty("pages").GetDouble().Should().Be(2);
        end.GetProperty("summary").GetProperty("timers").GetProperty("ai").GetProperty("sum_ms").GetDouble().Should().Be(12.5);
        var section = JsonDocument.Parse(frames.Single(frame => frame.Event == "section").Data).RootElement;
        section.GetProperty("count").GetInt32().Should().Be(3);
        section.GetProperty("client_seq").GetInt64().Should().Be(15, "the array is taken as one, under its last number");
    }

    [Fact]
    public async Task Report_Repeated_ChangesNothing()
    {
        await using var host = await WebHost.StartAsync();
        var id = await StartAsync(host);
        await host.PostJsonAsync($"/api/v1/workflows/{id}/events", WholeRun);
        var before = await StoredFrames.OfAsync(host.Log, id);

        var (status, body) = await host.PostJsonAsync($"/api/v1/workflows/{id}/events", WholeRun);

        status.Should().Be(HttpStatusCode.Accepted);
        body.GetProperty("accepted").GetInt32().Should().Be(0);
        body.GetProperty("last_client_seq").GetInt64().Should().Be(15);
        (await StoredFrames.OfAsync(host.Log, id)).Should().Equal(before);
    }

    [Fact]
    public async Task Report_OverlappingTheOneBefore_TakesOnlyWhatIsNew()
    {
        await using var host = await WebHost.StartAsync();
        var id = await StartAsync(host);
        await host.PostJsonAsync($"/api/v1/workflows/{id}/events", """[{"type": "log", "client_seq": 1, "message": "one"}, {"type": "log", "client_seq": 2, "message": "two"}]""");

        var (_, body) = await host.PostJsonAsync($"/api/v1/workflows/{id}/events", """[{"type": "log", "client_seq": 2, "message": "two"}, {"type": "log", "client_seq": 3, "message": "three"}]""");

        body.GetProperty("accepted").GetInt32().Should().Be(1);
        (await StoredFrames.OfAsync(host.Log, id)).Count(frame => frame.Event == Logged.Name).Should().Be(3);
    }

    [Theory]
    [InlineData("""[{"type": "log", "client_seq": 1, "message": "\ud800"}]""")]
    [InlineData("""[{"type": "own", "client_seq": 1, "\ud800": [{"a": "b"}]}]""")]
    public async Task Report_WithHalfACharacter_IsRefusedAndNotAnError(string body)
    {
        await using var host = await WebHost.StartAsync();
        var id = await StartAsync(host);

        var (status, problem) = await host.PostJsonAsync($"/api/v1/workflows/{id}/events", body);

        status.Should().Be(HttpStatusCode.BadRequest);
        problem.GetProperty("code").GetString().Should().Be("malformed_json");
    }

    [Fact]
    public async Task Report_WithANumberThatNoProgramCanHold_LeavesItOutAndTheWorkflowGoesOn()
    {
        await using var host = await WebHost.StartAsync();
        var id = await StartAsync(host);

        var (status, _) = await host.PostJsonAsync($"/api/v1/workflows/{id}/events", """
            [
              {"type": "error_reported", "client_seq": 1, "detail": "busy", "retry_after_ms": 1e999},
              {"type": "workflow_complete", "client_seq": 2}
            ]
            """);

        status.Should().Be(HttpStatusCode.Accepted);
        (await StoredFrames.OfAsync(host.Log, id))[^1].Event.Should().Be(WorkflowCompleted.Name);
    }

    [Theory]
    [InlineData("""{"type": "step_complete", "client_seq": 2}""", "ends a step that is not open")]
    [InlineData("""{"type": "step_started", "client_seq": 2}""", "needs a 'step_name'")]
    [InlineData("""{"type": "log", "client_seq": 1, "message": "again"}""", "does not rise")]
    [InlineData("""{"type": "log", "message": "no number"}""", "client_seq")]
    [InlineData("""{"client_seq": 2}""", "has no 'type'")]
    [InlineData("""{"type": "workflow_started", "client_seq": 2}""", "server alone")]
    [InlineData("""{"type": "stream_end", "client_seq": 2}""", "server's own")]
    [InlineData("""{"type": "Not a type\n", "client_seq": 2}""", "lower-case")]
    [InlineData("""{"type": "own", "client_seq": 2, "seq": 7}""", "server fills in")]
    [InlineData("""{"type": "own", "client_seq": 2, "event": "workflow_complete"}""", "server fills in")]
    [InlineData("""{"type": "progress", "client_seq": 2, "percentage": 101}""", "0 to 100")]
    [InlineData("""{"type": "metric", "client_seq": 2, "metrics": [{"name": "a", "kind": "sum", "value": 1}]}""", "metric")]
    [InlineData("""{"type": "step_retry", "client_seq": 2, "delay_ms": 1e300}""", "delay_ms")]
    [InlineData("7", "is no object")]
    public async Task Report_WithAWrongItem_NamesItAndTakesNothing(string item, string wrong)
    {
        await using var host = await WebHost.StartAsync();
        var id = await StartAsync(host);
        var before = await StoredFrames.OfAsync(host.Log, id);

        var (status, problem) = await host.PostJsonAsync($"/api/v1/workflows/{id}/events", $$"""[{"type": "log", "client_seq": 1, "message": "fine"}, {{item}}]""");

        status.Should().Be(HttpStatusCode.BadRequest);
        problem.GetProperty("detail").GetString().Should().Contain("Event 1 ").And.Contain(wrong);
        (await StoredFrames.OfAsync(host.Log, id)).Should().Equal(before);
    }

    [Fact]
    public async Task Report_OfAStepThatWaits_TellsWaitingFromWorking()
    {
        await using var host = await WebHost.StartAsync();
        var id = await StartAsync(host);

        var (status, _) = await host.PostJsonAsync($"/api/v1/workflows/{id}/events", """
            [
              {"type": "step_started", "client_seq": 1, "step_name": "asking"},
              {"type": "step_waiting", "client_seq": 2, "step_name": "asking", "reason": "approval"},
              {"type": "step_resumed", "client_seq": 3, "step_name": "asking"},
              {"type": "step_resumed", "client_seq": 4, "step_name": "asking"},
              {"type": "step_complete", "client_seq": 5, "step_name": "asking"}
            ]
            """);

        status.Should().Be(HttpStatusCode.Accepted);
        (await StoredFrames.OfAsync(host.Log, id)).Select(frame => frame.Event).Where(name => name.StartsWith("step_", StringComparison.Ordinal))
            .Should().Equal(StepStarted.Name, StepWaiting.Name, StepResumed.Name, StepCompleted.Name);
    }

    [Fact]
    public async Task Report_ToAWorkflowThatRunsHere_IsAConflict()
    {
        await using var host = await WebHost.StartAsync();
        await using var workflow = await host.Tracker.StartAsync("import");

        var own = await host.PostJsonAsync($"/api/v1/workflows/{workflow.Id}/events", "[]");
        var unknown = await host.PostJsonAsync("/api/v1/workflows/unknown/events", "[]");

        own.Body.GetProperty("code").GetString().Should().Be("not_reported_from_outside");
        unknown.Status.Should().Be(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Report_AfterACancel_HearsThatItHasEnded()
    {
        await using var host = await WebHost.StartAsync();
        var id = await StartAsync(host);
        await host.PostJsonAsync($"/api/v1/workflows/{id}/cancel", "");

        var (status, problem) = await host.PostJsonAsync($"/api/v1/workflows/{id}/events", """[{"type": "log", "client_seq": 1, "message": "late"}]""");

        status.Should().Be(HttpStatusCode.Conflict);
        problem.GetProperty("code").GetString().Should().Be("workflow_ended");
        (await StoredFrames.OfAsync(host.Log, id))[^1].Event.Should().Be(WorkflowCancelled.Name);
    }

    [Fact]
    public async Task Report_AfterARestart_GoesOnAndKnowsWhatWasTaken()
    {
        await using var first = await WebHost.StartAsync();
        var id = await StartAsync(first);
        await first.PostJsonAsync($"/api/v1/workflows/{id}/events", """
            [{"type": "phase_started", "client_seq": 1, "phase": "WORK"}, {"type": "step_started", "client_seq": 2, "step_name": "long"}]
            """);
        await first.StopAsync();
        await using var second = await WebHost.StartAsync(services: services => services.AddSingleton(first.Log).AddSingleton(first.Records), usesOwnStorage: false);

        var (status, body) = await second.PostJsonAsync($"/api/v1/workflows/{id}/events", """
            [{"type": "step_started", "client_seq": 2, "step_name": "long"}, {"type": "step_complete", "client_seq": 3, "step_name": "long"}, {"type": "workflow_complete", "client_seq": 4}]
            """);

        status.Should().Be(HttpStatusCode.Accepted);
        body.GetProperty("accepted").GetInt32().Should().Be(2);
        var events = (await StoredFrames.OfAsync(second.Log, id)).ConvertAll(frame => frame.Event);
        events.Should().ContainInOrder(StepStarted.Name, WorkflowResumed.Name, StepCompleted.Name, WorkflowCompleted.Name);
        events.Count(name => name == StepStarted.Name).Should().Be(1);
    }

    [Fact]
    public async Task Report_AfterARestart_KnowsTheCallersStepsAndTellsNewOnesFromOldOnes()
    {
        await using var first = await WebHost.StartAsync();
        var id = await StartAsync(first);
        await first.PostJsonAsync($"/api/v1/workflows/{id}/events", """
            [{"type": "step_started", "client_seq": 1, "step_name": "all along", "step_id": "around"},
             {"type": "phase_started", "client_seq": 2, "phase": "WORK"},
             {"type": "step_started", "client_seq": 3, "step_name": "page", "step_id": "p1"}, {"type": "step_complete", "client_seq": 4, "step_id": "p1"},
             {"type": "step_started", "client_seq": 5, "step_name": "page", "step_id": "p2"}]
            """);
        await first.StopAsync();
        await using var second = await WebHost.StartAsync(services: services => services.AddSingleton(first.Log).AddSingleton(first.Records), usesOwnStorage: false);

        var (status, _) = await second.PostJsonAsync($"/api/v1/workflows/{id}/events", """
            [{"type": "step_complete", "client_seq": 6, "step_id": "p2", "detail": "second"},
             {"type": "step_started", "client_seq": 7, "step_name": "page", "step_id": "p3"}, {"type": "step_complete", "client_seq": 8, "step_id": "p3", "detail": "third"},
             {"type": "phase_complete", "client_seq": 9},
             {"type": "phase_started", "client_seq": 10, "phase": "WORK"},
             {"type": "step_complete", "client_seq": 11, "step_id": "around"}, {"type": "workflow_complete", "client_seq": 12}]
            """);

        status.Should().Be(HttpStatusCode.Accepted);
        var summary = (await second.Tracker.GetSummaryAsync(id))!;
        summary.Steps.Select(step => (step.Id, step.Status, step.Detail)).Should().Equal(
            ("all along", StepStatus.Completed, null),
            ("WORK/page", StepStatus.Completed, null),
            ("WORK/page#2", StepStatus.Completed, "second"),
            ("WORK/page#3", StepStatus.Completed, "third"));
        summary.Phases.Select(phase => (phase.Name, phase.Status)).Should().Equal(("WORK", StepStatus.Completed), ("WORK", StepStatus.Completed));
    }

    [Fact]
    public async Task Report_WaitingAgainAfterARetry_IsASecondWait()
    {
        await using var host = await WebHost.StartAsync();
        var id = await StartAsync(host);
        await host.PostJsonAsync($"/api/v1/workflows/{id}/events", """
            [{"type": "step_started", "client_seq": 1, "step_name": "call"}, {"type": "step_waiting", "client_seq": 2}, {"type": "step_retry", "client_seq": 3},
             {"type": "step_waiting", "client_seq": 4}, {"type": "step_resumed", "client_seq": 5}, {"type": "step_complete", "client_seq": 6}]
            """);

        var events = (await StoredFrames.OfAsync(host.Log, id)).ConvertAll(frame => frame.Event);
        events.Count(name => name == StepWaiting.Name).Should().Be(2);
        events.Count(name => name == StepResumed.Name).Should().Be(2);
    }

    [Fact]
    public async Task Delete_OfAReportedWorkflow_ForgetsWhatWasTaken()
    {
        await using var host = await WebHost.StartAsync();
        var id = await StartAsync(host);

        await host.Tracker.DeleteAsync(id);

        (await host.Get<ExternalWorkflows>().IsExternalAsync(id, CancellationToken.None)).Should().BeFalse();
    }

    private static async Task<string> StartAsync(WebHost host)
    {
        var (status, body) = await host.PostJsonAsync("/api/v1/workflows/start", """{"name": "from outside"}""");
        status.Should().Be(HttpStatusCode.Created);
        return body.GetProperty("workflow_id").GetString()!;
    }
}
