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
        await run.StepAsync("Removing temporary files", (_, token) => RemoveAsync(run, token), cancellationToken).ConfigureAwait(false);
        await run.StepAsync("Scheduling the deletion of the original", async (_, token) =>
        {
            await retention.ScheduleAsync(run.Job.Id, token).ConfigureAwait(false);
            return new StepOutcome(string.Create(CultureInfo.InvariantCulture, $"In {retention.Period.TotalHours:0.#} hours"));
        }, cancellationToken).ConfigureAwait(false);
        phase.Complete();
    }

    /// <summary>All that the steps left is removed but what the job's record names: the original, the résumé and the site.</summary>
    private static async Task<StepOutcome> RemoveAsync(CvRun run, CancellationToken cancellationToken)
    {
        var wanted = run.Job.Site.Select(file => file.Digest).Concat(run.Job.Files.Select(file => file.Digest)).Append(run.Job.Resume).Append(run.Job.Lines).Append(run.Job.SiteZip).ToHashSet();
        var temporary = run.Temporary.Distinct().Where(digest => !wanted.Contains(digest)).ToList();
        foreach (var digest in temporary) await run.Artifacts.DeleteAsync(digest, cancellationToken).ConfigureAwait(false);
        return new StepOutcome(Amount.Of(temporary.Count, "file"));
    }
}
