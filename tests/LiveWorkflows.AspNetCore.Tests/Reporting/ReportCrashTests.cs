using System.Text.Json;
using LiveWorkflows.AspNetCore.Tests.Sse;
using LiveWorkflows.EventLog;
using LiveWorkflows.Events;
using Microsoft.Extensions.DependencyInjection;

namespace LiveWorkflows.AspNetCore.Tests.Reporting;

/// <summary>A server may die between any two appends, and its reporter then sends again what was not answered: nothing is taken twice, nothing is missing.</summary>
public sealed class ReportCrashTests
{
    private static readonly string[] Arrays =
    [
        """[{"type": "phase_started", "client_seq": 1, "phase": "WORK"}, {"type": "step_started", "client_seq": 2, "step_name": "outer"}]""",
        """
        [{"type": "step_started", "client_seq": 3, "step_name": "inner", "parent_step_id": "outer"}, {"type": "log", "client_seq": 4, "message": "one"},
         {"type": "metric", "client_seq": 5, "metrics": [{"name": "query", "kind": "timer", "last_ms": 5}, {"name": "rows", "kind": "counter", "value": 3}]}]
        """,
        """[{"type": "own", "client_seq": 6, "what": "custom"}]""",
        """
        [{"type": "metric", "client_seq": 7, "metrics": [{"name": "query", "kind": "timer", "last_ms": 7}]}, {"type": "step_complete", "client_seq": 8, "step_name": "inner"},
         {"type": "step_complete", "client_seq": 9, "step_name": "outer"}, {"type": "log", "client_seq": 10, "message": "two"}]
        """,
        """[{"type": "workflow_complete", "client_seq": 11}]""",
    ];

    [Fact]
    public async Task Reports_RepeatedAfterACrashAtAnyAppend_AreTakenOnce()
    {
        var recorded = new RecordedEventLog();
        await using var first = await WebHost.StartAsync(
            services: services => services.AddLiveWorkflowsInMemory().AddSingleton<IEventLog>(recorded), usesOwnStorage: false);
        var id = (await first.PostJsonAsync("/api/v1/workflows/start", """{"name": "from outside"}""")).Body.GetProperty("workflow_id").GetString()!;
        foreach (var array in Arrays) await first.PostJsonAsync($"/api/v1/workflows/{id}/events", array);
        recorded.Batches.Count.Should().BeGreaterThanOrEqualTo(Arrays.Length);

        for (var stored = 1; stored <= recorded.Batches.Count; stored++)
        {
            var left = await recorded.UpToAsync(stored);
            await using var second = await WebHost.StartAsync(
                services: services => services.AddSingleton<IEventLog>(left).AddSingleton(first.Records), usesOwnStorage: false);

            foreach (var array in Arrays) (await second.PostJsonAsync($"/api/v1/workflows/{id}/events", array)).Status.Should().Be(System.Net.HttpStatusCode.Accepted);

            var frames = await StoredFrames.OfAsync(left, id);
            frames.Where(frame => frame.Event == Logged.Name).Select(frame => Field(frame.Data, "message").GetString()).Should().Equal("one", "two");
            frames.Count(frame => frame.Event == "own").Should().Be(1);
            frames.Where(frame => frame.Event == StepCompleted.Name).Select(frame => Field(frame.Data, "step_name").GetString()).Should().Equal("inner", "outer");
            frames.Count(frame => frame.Event == StepStarted.Name).Should().Be(2);
            var summary = Field(frames[^1].Data, "summary");
            summary.GetProperty("timers").GetProperty("query").GetProperty("count").GetInt64().Should().Be(2);
            summary.GetProperty("timers").GetProperty("query").GetProperty("sum_ms").GetDouble().Should().Be(12);
            summary.GetProperty("counters").GetProperty("rows").GetDouble().Should().Be(3);
            summary.GetProperty("last_client_seq").GetInt64().Should().Be(11);
        }
    }

    [Fact]
    public async Task Reports_OfOneArray_AreOneBatchOfTheLog()
    {
        var recorded = new RecordedEventLog();
        await using var host = await WebHost.StartAsync(
            services: services => services.AddLiveWorkflowsInMemory().AddSingleton<IEventLog>(recorded), usesOwnStorage: false);
        var id = (await host.PostJsonAsync("/api/v1/workflows/start", """{"name": "from outside"}""")).Body.GetProperty("workflow_id").GetString()!;
        var lines = string.Join(',', Enumerable.Range(1, 1000).Select(number => $$"""{"type": "log", "client_seq": {{number}}, "message": "{{number}}"}"""));

        await host.PostJsonAsync($"/api/v1/workflows/{id}/events", $"[{lines}]");

        recorded.Batches.Count(batch => batch.Events.Any(item => item.Type == Logged.Name)).Should().Be(1);
    }

    private static JsonElement Field(string data, string name) => JsonDocument.Parse(data).RootElement.GetProperty(name);
}
