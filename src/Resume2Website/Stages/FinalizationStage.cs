using System.Globalization;
using LiveWorkflows;

namespace Resume2Website.Stages;

/// <summary>FINALIZATION: switches the preview on, removes what only the stages needed, and sees to the deletion of the original.</summary>
internal sealed class FinalizationStage(OriginalRetention retention)
{
    public const int ExpectedSteps = 3;

    public async Task RunAsync(CvRun run, StepOutput<BuiltSite> site, StepOutput<byte[]> zip, CancellationToken cancellationToken)
    {
        var phase = run.Workflow.BeginPhase(WorkflowPhase.Finalization, ExpectedSteps);
        await run.StepAsync("Switching the preview on", async (_, token) =>
        {
            var files = (await site.GetAsync(token).ConfigureAwait(false)).Files;
            await run.RecordAsync(job => job with { Site = files, SiteZip = zip.Digest, CompletedAt = run.Now }, token).ConfigureAwait(false);
            return new StepOutcome();
        }, cancellationToken).ConfigureAwait(false);
        await run.StepAsync("Removing temporary files", async (_, token) =>
            new StepOutcome(Amount.Of(await run.RemoveTemporaryAsync(token).ConfigureAwait(false), "file")), cancellationToken).ConfigureAwait(false);
        await run.StepAsync("Scheduling the deletion of the original", async (_, token) =>
        {
            await retention.ScheduleAsync(run.Job.Id, token).ConfigureAwait(false);
            return new StepOutcome(string.Create(CultureInfo.InvariantCulture, $"In {retention.Period.TotalHours:0.#} hours"));
        }, cancellationToken).ConfigureAwait(false);
        phase.Complete();
    }
}
