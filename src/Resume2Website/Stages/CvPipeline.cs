using LiveWorkflows;
using LiveWorkflows.Artifacts;
using LiveWorkflows.Errors;
using LiveWorkflows.EventLog;
using LiveWorkflows.Events;

namespace Resume2Website.Stages;

/// <summary>Turns an uploaded CV into a website, in four phases that people can watch. The same on a server and on the command line.</summary>
/// <remarks>Thread-safe. May be run again for a job that another worker left: what was done is not done again, and the result is the same.</remarks>
public sealed class CvPipeline
{
    private readonly IEventLog _log;
    private readonly IArtifactStore _artifacts;
    private readonly CvJobStore _jobs;
    private readonly OriginalRetention _retention;
    private readonly TimeProvider _time;
    private readonly ValidationStage _validation;
    private readonly ProcessingStage _processing;
    private readonly GenerationStage _generation;
    private readonly FinalizationStage _finalization;

    internal CvPipeline(
        IEventLog log, IArtifactStore artifacts, CvJobStore jobs, OriginalRetention retention, TimeProvider time,
        ValidationStage validation, ProcessingStage processing, GenerationStage generation, FinalizationStage finalization)
    {
        (_log, _artifacts, _jobs, _retention, _time) = (log, artifacts, jobs, retention, time);
        (_validation, _processing, _generation, _finalization) = (validation, processing, generation, finalization);
    }

    /// <summary>The phases of a run, in order.</summary>
    public static IReadOnlyList<PlannedPhase> Phases { get; } =
    [
        new(WorkflowPhase.Validation.Name, ValidationStage.ExpectedSteps),
        new(WorkflowPhase.Processing.Name, ProcessingStage.ExpectedSteps),
        new(WorkflowPhase.Generation.Name, GenerationStage.ExpectedSteps),
        new(WorkflowPhase.Finalization.Name, FinalizationStage.ExpectedSteps),
    ];

    /// <summary>Runs a job through the stages. Whoever calls ends the workflow: with the result, or with what is thrown.</summary>
    /// <exception cref="WorkflowException">The CV cannot be used, with a code and advice.</exception>
    public Task<CvResult> RunAsync(string jobId, Workflow workflow, CancellationToken cancellationToken = default) =>
        RunAsync(jobId, workflow, async run =>
        {
            await _validation.RunAsync(run, cancellationToken).ConfigureAwait(false);
            var extracted = await _processing.RunAsync(run, cancellationToken).ConfigureAwait(false);
            var (site, zip) = await _generation.RunAsync(run, extracted, cancellationToken).ConfigureAwait(false);
            await _finalization.RunAsync(run, site, zip, cancellationToken).ConfigureAwait(false);
            return ResultOf(run.Job);
        }, cancellationToken);

    /// <summary>Runs a job through the first two phases only: the job then names its résumé, and has no site.</summary>
    /// <exception cref="WorkflowException">The CV cannot be used, with a code and advice.</exception>
    public Task<CvJob> ExtractAsync(string jobId, Workflow workflow, CancellationToken cancellationToken = default) =>
        RunAsync(jobId, workflow, async run =>
        {
            await _validation.RunAsync(run, cancellationToken).ConfigureAwait(false);
            await _processing.RunAsync(run, cancellationToken).ConfigureAwait(false);
            return run.Job;
        }, cancellationToken);

    private async Task<T> RunAsync<T>(string jobId, Workflow workflow, Func<CvRun, Task<T>> stages, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(workflow);
        var job = await _jobs.FindAsync(jobId, cancellationToken).ConfigureAwait(false) ?? throw StageErrors.Gone();
        CvRun? run = null;
        try
        {
            var told = await SectionEvent.ToldAsync(_log, workflow.Id, cancellationToken).ConfigureAwait(false);
            run = new CvRun(workflow, job, new JobArtifacts(_artifacts, jobId), _jobs, _time, told);
            return await stages(run).ConfigureAwait(false);
        }
        catch (Exception exception) when (IsTheEnd(exception, workflow, cancellationToken))
        {
            await _retention.ScheduleAsync(jobId, CancellationToken.None).ConfigureAwait(false);
            if (run is not null) await RemoveTemporaryAsync(run).ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Another run would make everything anew; what this one left holds the text of the CV.</summary>
    private static async Task RemoveTemporaryAsync(CvRun run)
    {
        try
        {
            await run.RemoveTemporaryAsync(CancellationToken.None).ConfigureAwait(false);
        }
        catch (ArtifactStoreUnavailableException)
        {
            // What ended the run is what its owner should hear of; the files go with the original.
        }
    }

    /// <summary>A run that is only interrupted goes on elsewhere, and needs the password and the original still.</summary>
    private static bool IsTheEnd(Exception exception, Workflow workflow, CancellationToken cancellationToken)
    {
        if (workflow.IsLost) return false;
        var isStopped = exception is OperationCanceledException && cancellationToken.IsCancellationRequested;
        return !isStopped || workflow.Cancellation.IsCancellationRequested;
    }

    private static CvResult ResultOf(CvJob job) => new()
    {
        JobId = job.Id,
        SiteUrl = CvUrls.Site(job.Id),
        ResumeUrl = CvUrls.Resume(job.Id),
        DownloadUrl = CvUrls.Download(job.Id),
        Sections = job.Sections,
        Pages = job.Pages ?? 1,
        Confidence = job.Confidence ?? 0,
        Warnings = job.Warnings,
    };
}
