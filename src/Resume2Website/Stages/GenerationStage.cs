using System.Text.Json;
using LiveWorkflows;
using LiveWorkflows.Errors;
using Resume2Website.Extraction;
using Resume2Website.Sites;

namespace Resume2Website.Stages;

/// <summary>GENERATION: builds the site, checks it, and packs it. A site that breaks a rule of privacy or safety goes no further.</summary>
internal sealed class GenerationStage(ISiteRenderer renderer, SiteCheck check)
{
    public const int ExpectedSteps = 3;

    public async Task<(StepOutput<BuiltSite> Site, StepOutput<byte[]> Zip)> RunAsync(
        CvRun run, StepOutput<ExtractedResume> extracted, CancellationToken cancellationToken)
    {
        var phase = run.Workflow.BeginPhase(WorkflowPhase.Generation, ExpectedSteps);
        var built = await BuildAsync(run, extracted, cancellationToken).ConfigureAwait(false);
        var site = new StepOutput<Site>(built.Digest, async token => await FetchAsync(run, await built.GetAsync(token).ConfigureAwait(false), token).ConfigureAwait(false));
        await CheckAsync(run, extracted, site, cancellationToken).ConfigureAwait(false);
        var zip = await run.FileStepAsync("Packing the download", async (_, token) =>
        {
            var packed = SiteZip.Pack(await site.GetAsync(token).ConfigureAwait(false));
            return new StepResult<byte[]>(packed, Amount.OfBytes(packed.Length));
        }, cancellationToken).ConfigureAwait(false);
        phase.Complete();
        return (built, zip);
    }

    private Task<StepOutput<BuiltSite>> BuildAsync(CvRun run, StepOutput<ExtractedResume> extracted, CancellationToken cancellationToken) =>
        run.StepAsync("Building the pages", StageJson.Default.BuiltSite, async (_, token) =>
        {
            var resume = (await extracted.GetAsync(token).ConfigureAwait(false)).Resume;
            using var timer = run.Workflow.StartTimer("render");
            var site = await RenderAsync(run, resume, token).ConfigureAwait(false);
            timer.Stop();
            var files = new List<CvSiteFile>();
            foreach (var file in site.Files)
                files.Add(new CvSiteFile(file.Path, file.ContentType, await run.Artifacts.PutAsync(file.Content, token).ConfigureAwait(false)));
            var bytes = site.Files.Sum(file => (long)file.Content.Length);
            return new StepResult<BuiltSite>(new BuiltSite(files), $"{Amount.Of(files.Count, "file")}, {Amount.OfBytes(bytes)}");
        }, cancellationToken);

    private async Task<Site> RenderAsync(CvRun run, Resumes.Resume resume, CancellationToken cancellationToken)
    {
        try
        {
            return await renderer.RenderAsync(resume, run.Job.Options, cancellationToken).ConfigureAwait(false);
        }
        catch (ArgumentException exception)
        {
            throw new WorkflowException(StageErrors.DesignUnknown, exception);
        }
    }

    private Task CheckAsync(CvRun run, StepOutput<ExtractedResume> extracted, StepOutput<Site> site, CancellationToken cancellationToken) =>
        run.StepAsync("Checking the site", async (_, token) =>
        {
            var resume = (await extracted.GetAsync(token).ConfigureAwait(false)).Resume;
            var findings = check(resume, run.Job.Options, await site.GetAsync(token).ConfigureAwait(false));
            var broken = findings.Where(finding => SiteBuilder.IsBinding(finding.Gate)).ToArray();
            if (broken.Length > 0) throw new WorkflowException(StageErrors.GateFailedBy(broken));
            var warnings = findings.DistinctBy(finding => finding.Gate).ToDictionary(finding => $"gate_{finding.Gate}", finding => finding.Message);
            if (warnings.Count > 0) await run.RecordAsync(job => job with { Warnings = [.. job.Warnings.Union(warnings.Keys)], Findings = findings }, token).ConfigureAwait(false);
            foreach (var (code, message) in warnings) run.Workflow.ReportWarning(code, message);
            return new StepOutcome(findings.Count == 0 ? "Nothing to object to" : Amount.Of(findings.Count, "remark"));
        }, cancellationToken);

    private static async Task<Site> FetchAsync(CvRun run, BuiltSite built, CancellationToken cancellationToken)
    {
        var files = new List<SiteFile>();
        foreach (var file in built.Files)
            files.Add(new SiteFile(file.Path, file.ContentType, await run.Artifacts.GetAsync(file.Digest, cancellationToken).ConfigureAwait(false)));
        return new Site(files);
    }
}
