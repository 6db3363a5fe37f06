using System.Net;
using System.Text.Json;
using LiveWorkflows.AspNetCore.Access;
using LiveWorkflows.AspNetCore.Endpoints;
using LiveWorkflows.AspNetCore.Tests.Sse;
using LiveWorkflows.Events;
using LiveWorkflows.Jobs;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace LiveWorkflows.AspNetCore.Tests.Endpoints;

public sealed class StartEndpointTests
{
    [Fact]
    public async Task Start_AsTheGuideDoes_AnswersWithWhereToWatchAndReport()
    {
        await using var host = await WebHost.StartAsync();

        var (status, body) = await host.PostJsonAsync("/api/v1/workflows/start", """{"name": "test_cv_extraction", "type": "cv_processing", "file_name": "resume.pdf"}""");

        status.Should().Be(HttpStatusCode.Created);
        var id = body.GetProperty("workflow_id").GetString()!;
        body.GetProperty("status").GetString().Should().Be("running");
        body.GetProperty("stream_url").GetString().Should().Be($"/api/v1/sse/workflows/{id}");
        body.GetProperty("events_url").GetString().Should().Be($"/api/v1/workflows/{id}/events");
        await using var reader = await SseReader.OpenAsync(host.Client, body.GetProperty("stream_url").GetString()!);
        var started = JsonDocument.Parse((await reader.TakeAsync(1))[0].Data).RootElement;
        started.GetProperty("type").GetString().Should().Be("cv_processing");
        started.GetProperty("tags").GetProperty("file_name").GetString().Should().Be("resume.pdf");
        started.GetProperty("v").GetInt32().Should().Be(1);
    }

    [Theory]
    [InlineData("{}", "invalid_name")]
    [InlineData("""{"name": " "}""", "invalid_name")]
    [InlineData("""{"name": "a", "id": "not an id"}""", "invalid_id")]
    [InlineData("""{"name": "a", "id": "metrics"}""", "invalid_id")]
    [InlineData("""{"name": "a", "id": "import"}""", "invalid_id")]
    [InlineData("""{"name": "a", "tags": {"plan": null}}""", "invalid_tags")]
    [InlineData("""{"name": "a", "phases": [{"expected_steps": 1}]}""", "invalid_phases")]
    [InlineData("""{"name": 1}""", "malformed_json")]
    [InlineData("""{"name": """, "malformed_json")]
    [InlineData("null", "malformed_json")]
    public async Task Start_WithAWrongBody_IsACodedProblem(string json, string code)
    {
        await using var host = await WebHost.StartAsync();

        var (status, problem) = await host.PostJsonAsync("/api/v1/workflows/start", json);

        status.Should().Be(HttpStatusCode.BadRequest);
        problem.GetProperty("code").GetString().Should().Be(code);
        problem.GetProperty("category").GetString().Should().Be("input");
        problem.GetProperty("recovery_suggestions").GetArrayLength().Should().BeGreaterThan(0);
        host.Tracker.Active.Should().BeEmpty();
    }

    [Fact]
    public async Task Start_WithoutAJsonContentType_IsRefused()
    {
        await using var host = await WebHost.StartAsync();
        using var content = new StringContent("""{"name": "a"}""");

        using var response = await host.Client.PostAsync("/api/v1/workflows/start", content);

        response.StatusCode.Should().Be(HttpStatusCode.UnsupportedMediaType);
    }

    [Fact]
    public async Task Start_WithATakenId_IsAConflict()
    {
        await using var host = await WebHost.StartAsync();
        await host.PostJsonAsync("/api/v1/workflows/start", """{"name": "a", "id": "mine"}""");

        var (status, problem) = await host.PostJsonAsync("/api/v1/workflows/start", """{"name": "a", "id": "mine"}""");

        status.Should().Be(HttpStatusCode.Conflict);
        problem.GetProperty("code").GetString().Should().Be("workflow_id_taken");
    }

    [Fact]
    public async Task Start_OfATypeWithAHandler_RunsIt()
    {
        await using var host = await WebHost.StartAsync(services: services => services.AddSingleton<IJobHandler, Doubling>().AddJobRunner());

        var (status, body) = await host.PostJsonAsync("/api/v1/workflows/start", """{"name": "two times 21", "type": "doubling"}""");

        status.Should().Be(HttpStatusCode.Created);
        body.GetProperty("status").GetString().Should().Be("queued");
        body.GetProperty("job_id").GetString().Should().Be(body.GetProperty("workflow_id").GetString());
        await using var reader = await SseReader.OpenAsync(host.Client, body.GetProperty("stream_url").GetString()!);
        var frames = await reader.ReadToEndAsync();
        JsonDocument.Parse(frames.Single(frame => frame.Event == WorkflowCompleted.Name).Data).RootElement.GetProperty("result").GetProperty("answer").GetInt32().Should().Be(42);
    }

    [Fact]
    public async Task Start_OfATypeTheHostStarts_AnswersAsTheHostSays()
    {
        await using var host = await WebHost.StartAsync(services: services => services.AddSingleton<IWorkflowStarter, Waiting>().AddSingleton<IWorkflowAccess, Ticketed>());

        var (status, body) = await host.PostJsonAsync("/api/v1/workflows/start", """{"name": "a", "type": "upload"}""");

        status.Should().Be(HttpStatusCode.Created);
        body.GetProperty("upload_url").GetString().Should().Be("/upload/here");
        body.GetProperty("status").GetString().Should().Be("waiting");
        body.GetProperty("ticket").GetString().Should().Be($"ticket for {body.GetProperty("workflow_id").GetString()}");
    }

    private sealed class Doubling : IJobHandler
    {
        public string Type => "doubling";

        public IReadOnlyList<PlannedPhase> Phases => [new PlannedPhase("PROCESSING", 1)];

        public async Task<JsonElement> RunAsync(JobContext context, CancellationToken cancellationToken)
        {
            var answer = 21;
            await context.Workflow.RunStepAsync("double", (_, _) =>
            {
                answer *= 2;
                return Task.CompletedTask;
            }, cancellationToken: cancellationToken);
            return JsonSerializer.SerializeToElement(new { answer });
        }
    }

    private sealed class Waiting(WorkflowTracker tracker) : IWorkflowStarter
    {
        public string Type => "upload";

        public async ValueTask<StartedWorkflow> StartAsync(WorkflowStartRequest request, HttpContext context, CancellationToken cancellationToken) => new()
        {
            WorkflowId = await tracker.QueueAsync(request.Name, status: WorkflowStatus.Waiting, cancellationToken: cancellationToken),
            Status = WorkflowStatus.Waiting,
            UploadUrl = "/upload/here",
        };
    }

    private sealed class Ticketed : IWorkflowAccess
    {
        public ValueTask<bool> IsAllowedAsync(HttpContext context, string workflowId, WorkflowRight right) => ValueTask.FromResult(true);

        public ValueTask<bool> IsOperatorAsync(HttpContext context) => ValueTask.FromResult(true);

        public ValueTask<string?> IssueTicketAsync(HttpContext context, string workflowId) => ValueTask.FromResult<string?>($"ticket for {workflowId}");
    }
}
