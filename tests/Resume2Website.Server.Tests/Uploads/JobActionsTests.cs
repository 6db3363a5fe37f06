using System.Net;
using System.Text;
using LiveWorkflows;
using LiveWorkflows.Artifacts;
using LiveWorkflows.EventLog;

namespace Resume2Website.Server.Tests.Uploads;

public class JobActionsTests(RunningServer server)
{
    /// <summary>Passes for a CV at the upload and fails in the pipeline: it is no CV.</summary>
    private static readonly byte[] NoCv = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("The tide came in slowly over the grey stones. ", 40)));

    [Fact]
    public async Task Show_Completed_HoldsTheResume()
    {
        using var visitor = server.NewVisitor();
        var job = await visitor.SubmitAsync();
        await visitor.FollowAsync(job.Text("stream_url"));
        var view = await (await visitor.GetAsync(job.Text("status_url"))).JsonAsync();

        view.Text("status").Should().Be("completed");
        view.GetProperty("percentage").GetDouble().Should().Be(100);
        view.Text("file_name").Should().Be(SampleCv.FileName);
        view.GetProperty("resume").GetProperty("basics").Text("email").Should().Be(SampleCv.Mail);
    }

    [Fact]
    public async Task Retry_Failed_IsANewRunOfTheSameJob()
    {
        using var visitor = server.NewVisitor();
        var job = await visitor.SubmitAsync(NoCv);
        var first = await visitor.FollowAsync(job.Text("stream_url"));
        first.Should().Contain(frame => frame.EventType == "workflow_failed");

        using var response = await visitor.PostAsync($"{job.Text("status_url")}/retry", null);
        var retry = await response.JsonAsync();
        response.StatusCode.Should().Be(HttpStatusCode.Accepted);
        retry.Text("job_id").Should().Be(job.Text("job_id"));
        retry.Text("stream_url").Should().NotBe(job.Text("stream_url"));
        var second = await visitor.FollowAsync(retry.Text("stream_url"));
        second.Should().Contain(frame => frame.EventType == "workflow_failed");
        second.Where(frame => frame.EventType == "workflow_queued").Single().Data.Text("job_id").Should().Be(job.Text("job_id"));
    }

    [Fact]
    public async Task Retry_Completed_IsRefused()
    {
        using var visitor = server.NewVisitor();
        var job = await visitor.SubmitAsync();
        var frames = await visitor.FollowAsync(job.Text("stream_url"));
        frames.Should().Contain(frame => frame.EventType == "workflow_complete", "it ended with {0}", frames[^1].Data);
        using var response = await visitor.PostAsync($"{job.Text("status_url")}/retry", null);
        ((int)response.StatusCode, (await response.JsonAsync()).Text("code")).Should().Be((409, "already_completed"));
    }

    [Fact]
    public async Task Delete_LeavesNothing()
    {
        using var visitor = server.NewVisitor();
        var job = await visitor.SubmitAsync();
        await visitor.FollowAsync(job.Text("stream_url"));
        var id = job.Text("job_id");
        (await visitor.DeleteAsync(job.Text("status_url"))).StatusCode.Should().Be(HttpStatusCode.NoContent);

        foreach (var url in new[] { job.Text("status_url"), job.Text("resume_url"), job.Text("site_url"), job.Text("stream_url"), $"/api/v1/workflows/{id}" })
            (await visitor.GetAsync(url)).StatusCode.Should().Be(HttpStatusCode.NotFound, url);
        (await server.Get<IEventLog>().GetHeadAsync(id)).Should().BeNull();
        (await server.Get<IArtifactStore>().ListAsync(id).ToListAsync()).Should().BeEmpty();
        (await (await visitor.GetAsync("/api/v1/cv")).JsonAsync()).GetProperty("jobs").GetArrayLength().Should().Be(0);
    }

    [Fact]
    public async Task Delete_WhileItRuns_EndsTheStream()
    {
        using var visitor = server.NewVisitor();
        var job = await visitor.SubmitAsync(SampleCv.Pdf(40), "long.pdf");
        var frames = await visitor.FollowAsync(job.Text("stream_url"), until: frame => frame.EventType is "step_started" or "stream_end");
        (await visitor.DeleteAsync(job.Text("status_url"))).StatusCode.Should().Be(HttpStatusCode.NoContent);
        frames.Should().NotBeEmpty();
        (await visitor.GetAsync(job.Text("stream_url"))).StatusCode.Should().Be(HttpStatusCode.NotFound);
        (await server.Get<IEventLog>().GetHeadAsync(job.Text("job_id"))).Should().BeNull();
    }

    [Fact]
    public async Task Cancel_Waiting_EndsAsCancelled()
    {
        using var visitor = server.NewVisitor();
        using var started = await visitor.PostAsync("/api/v1/workflows/start", new StringContent("""{"name":"later","type":"cv_processing"}""", Encoding.UTF8, "application/json"));
        var job = await started.JsonAsync();
        (await visitor.PostAsync($"/api/v1/cv/{job.Text("job_id")}/cancel", null)).StatusCode.Should().Be(HttpStatusCode.Accepted);
        var frames = await visitor.FollowAsync(job.Text("stream_url"));
        frames.Should().Contain(frame => frame.EventType == "workflow_cancelled");
        (await server.Get<WorkflowTracker>().GetSummaryAsync(job.Text("job_id")))!.Status.Should().Be(WorkflowStatus.Cancelled);
    }
}
