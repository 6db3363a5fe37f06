using LiveWorkflows;
using LiveWorkflows.Artifacts;
using LiveWorkflows.Jobs;
using Microsoft.Extensions.Options;
using Resume2Website.Server.Access;
using Resume2Website.Server.Hosting;
using Resume2Website.Stages;

namespace Resume2Website.Server.Uploads;

/// <summary>Deletes what is kept no longer, ends what waited too long, and finishes what a stopped server left half done.</summary>
internal sealed partial class RetentionService(
    JobOwnershipStore ownerships, CvJobStore jobs, IArtifactStore artifacts, IJobQueue queue, WorkflowTracker tracker, JobEraser eraser, WaitingJobs waiting,
    IdempotencyClaims claims, IOptions<ServerOptions> options, TimeProvider time, ILogger<RetentionService> logger) : BackgroundService
{
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(5);

    /// <summary>How long an upload may take to become a job, before what is there of it counts as broken off.</summary>
    private static readonly TimeSpan BrokenOffAfter = TimeSpan.FromMinutes(10);

    private RetentionOptions Options => options.Value.Retention;

    /// <summary>When the next look comes at the earliest: what falls due before it is deleted now, so that nothing outstays its time.</summary>
    private DateTimeOffset NextLook => time.GetUtcNow() + Options.SweepInterval;

    /// <summary>Looks through all jobs once.</summary>
    public async Task SweepAsync(CancellationToken cancellationToken)
    {
        await foreach (var ownership in ownerships.ListAsync(cancellationToken))
        {
            if (ownership.IsDeleted) eraser.Remember(ownership.JobId);
            else if (ownership.CreatedAt + Options.Unpublished <= NextLook) await eraser.EraseAsync(ownership, cancellationToken);
            else if (ownership.UploadDeadline is { } deadline) waiting.Add(ownership.JobId, deadline);
            else await SweepJobAsync(ownership, cancellationToken);
        }

        await claims.ForgetOldAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Beat, time);
        var nextSweep = DateTimeOffset.MinValue;
        do
        {
            try
            {
                if (time.GetUtcNow() >= nextSweep)
                {
                    await SweepAsync(stoppingToken);
                    nextSweep = time.GetUtcNow() + Options.SweepInterval;
                }

                await waiting.EndOverdueAsync(stoppingToken);
                await eraser.FinishAsync(stoppingToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                // The storage may be away for a while; what was due stays due.
                LogTrouble(logger, exception.GetType().Name);
            }
        }
        while (await NextAsync(timer, stoppingToken));
    }

    private async Task SweepJobAsync(JobOwnership ownership, CancellationToken cancellationToken)
    {
        if (await jobs.FindAsync(ownership.JobId, cancellationToken) is not { } job)
        {
            if (ownership.CreatedAt + BrokenOffAfter <= time.GetUtcNow()) await eraser.EraseAsync(ownership, cancellationToken);
            return;
        }

        if (await tracker.GetSummaryAsync(ownership.LastRun, cancellationToken) is not { } run) return;
        if (run.Status == WorkflowStatus.Queued)
        {
            // Announced but perhaps not enqueued when the server stopped; a job that is or was in the queue is not taken twice.
            await queue.EnqueueAsync(CvJobPayload.For(ownership.JobId, ownership.LastRun), cancellationToken);
        }
        else if (!job.OriginalDeleted && (job.OriginalExpiresAt ?? run.EndedAt + Options.Originals) <= NextLook)
        {
            await DeleteOriginalAsync(job, cancellationToken);
        }
    }

    private async Task DeleteOriginalAsync(CvJob job, CancellationToken cancellationToken)
    {
        foreach (var file in job.Files)
        {
            if (ArtifactDigest.TryParse(file.Digest, out var digest)) await artifacts.DeleteAsync(job.Id, digest, cancellationToken);
        }

        await jobs.UpdateAsync(job.Id, known => known with { OriginalDeleted = true }, cancellationToken);
    }

    private static async Task<bool> NextAsync(PeriodicTimer timer, CancellationToken stoppingToken)
    {
        try
        {
            return await timer.WaitForNextTickAsync(stoppingToken);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    [LoggerMessage(LogLevel.Warning, "Old data could not be cleared ({ExceptionType}); trying again.")]
    private static partial void LogTrouble(ILogger logger, string exceptionType);
}
