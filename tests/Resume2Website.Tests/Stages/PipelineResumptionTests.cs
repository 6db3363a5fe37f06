using System.Text.Json;
using LiveWorkflows;
using LiveWorkflows.EventLog;
using Resume2Website.Stages;

namespace Resume2Website.Tests.Stages;

public sealed class PipelineResumptionTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task RunAsync_KilledAnywhere_IsResumedWithTheSameResultAndNoFinishedWorkAgain()
    {
        var whole = new PipelineWorld();
        await whole.UploadAsync();
        var expected = JsonSerializer.Serialize(await whole.RunAsync(), CvJson.Default.CvResult);
        var expectedJob = JsonSerializer.Serialize(await whole.Jobs.FindAsync(PipelineWorld.JobId), CvJson.Default.CvJob);

        var expectedSections = await SectionsAsync(whole);
        expectedSections.Should().OnlyHaveUniqueItems();
        var kills = 0;
        while (await KillAsync(kills + 1) is { } world)
        {
            kills++;
            var finished = await FinishedStepsAsync(world);
            var before = finished.ToDictionary(step => step, world.Ledger.Of);

            JsonSerializer.Serialize(await ResumeAsync(world), CvJson.Default.CvResult).Should().Be(expected, "kill {0}", kills);

            JsonSerializer.Serialize(await world.Jobs.FindAsync(PipelineWorld.JobId), CvJson.Default.CvJob).Should().Be(expectedJob, "kill {0}", kills);
            foreach (var (step, count) in before) world.Ledger.Of(step).Should().Be(count, "'{0}' was finished before kill {1}", step, kills);
            await ShouldHaveEndedOnceAsync(world);
            (await SectionsAsync(world)).Should().Equal(expectedSections, "no section is told of twice or forgotten by kill {0}", kills);
        }

        kills.Should().BeGreaterThan(20, "a run stores that often at least");
    }

    /// <summary>Runs a job until the world stops at the n-th point; null when the run has no such point.</summary>
    private static async Task<PipelineWorld?> KillAsync(int at)
    {
        var world = new PipelineWorld();
        await world.UploadAsync(password: "secret");
        var interruption = new Interruption(at);
        var tracker = new WorkflowTracker(world.Log);
        var workflow = await tracker.StartAsync(CvJob.WorkflowType, new WorkflowOptions { Id = PipelineWorld.JobId, Phases = CvPipeline.Phases });
        var run = world.Pipeline(interruption).RunAsync(PipelineWorld.JobId, workflow);
        if (await Task.WhenAny(run, interruption.Reached).WaitAsync(Patience) == run) return null;
        await workflow.FlushAsync();
        return world;
    }

    private static async Task<CvResult> ResumeAsync(PipelineWorld world)
    {
        await using var tracker = new WorkflowTracker(world.Log);
        await using var workflow = await tracker.ResumeAsync(PipelineWorld.JobId);
        var result = await world.Pipeline().RunAsync(PipelineWorld.JobId, workflow!).WaitAsync(Patience);
        workflow!.Complete(JsonSerializer.SerializeToElement(result, CvJson.Default.CvResult));
        return result;
    }

    private static async Task<IReadOnlyList<string>> FinishedStepsAsync(PipelineWorld world) =>
    [
        .. (await world.EventsAsync()).Where(e => e.Type == "step_complete").Select(e => JsonDocument.Parse(e.Json).RootElement.GetProperty("step_name").GetString()!),
    ];

    private static async Task<IReadOnlyList<string>> SectionsAsync(PipelineWorld world) =>
    [
        .. (await world.EventsAsync()).Where(e => e.Type == "section").Select(e => JsonDocument.Parse(e.Json).RootElement.GetProperty("section").GetString()!),
    ];

    private static async Task ShouldHaveEndedOnceAsync(PipelineWorld world)
    {
        var events = await world.EventsAsync();
        events.Should().ContainSingle(e => e.Type == "workflow_complete").Which.Should().Be(events[^1]);
        var finished = await FinishedStepsAsync(world);
        finished.Should().OnlyHaveUniqueItems().And.HaveCount(13);
    }
}
