using LiveWorkflows;
using LiveWorkflows.Artifacts;
using LiveWorkflows.Jobs;
using Microsoft.Extensions.Options;
using Resume2Website.Server.Access;
using Resume2Website.Server.Hosting;
using Resume2Website.Server.Publishing;
using Resume2Website.Stages;

namespace Resume2Website.Server.Uploads;

/// <summary>Deletes what is kept no longer, ends what waited too long, and finishes what a stopped server left half done.</summary>
internal sealed partial class RetentionService(
    JobOwnershipStore ownerships, CvJobStore jobs, IArtifactStore artifacts, IJobQueue queue, WorkflowTracker tracker, JobEraser eraser, WaitingJobs waiting, PublicationStore publications,
    Publisher publisher, IdempotencyClaims claims, IOptions<ServerOptions> options, TimeProvider time, ILogger<RetentionService> logger) : BackgroundService
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
            else if (await IsDueAsync(ownership, cancellationToken)) await eraser.EraseAsync(ownership, cancellationToken);
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

    /// <summary>A job is kept for a week, and longer while it is published or was in that week.</summary>
    private async ValueTask<bool> IsDueAsync(JobOwnership ownership, CancellationToken cancellationToken)
    {
        var since = NextLook - Options.Unpublished;
        return ownership.CreatedAt <= since && !await publications.IsKeptAsync(ownership.JobId, since, cancellationToken);
    }

    private async Task SweepJobAsync(JobOwnership ownership, CancellationToken cancellationToken)
    {
        if (await jobs.FindAsync(ownership.JobId, cancellationToken) is not { } job)
        {
            if (ownership.CreatedAt + BrokenOffAfter <= time.GetUtcNow()) await eraser.EraseAsync(ownership, cancellationToken);
            return;
        }

        await publisher.FinishAsync(job.Id, cancellationToken);
        if (await tracker.GetSummaryAsync(ownership.LastRun, cancellationToken) is not { } run) return;
        if (run.Status == WorkflowStatus.Queued)
        {
            // Announced but perhaps not enqueued when the server stopped; a job that is or was in the queue is not taken twice.
            await queue.EnqueueAsync(CvJobPayload.For(ownership.JobId, ownership.LastRun), cancellationToken);
        }
        else if (run.EndedAt is { } ended && !job.OriginalDeleted && (job.OriginalExpiresAt ?? ended + Options.Originals) <= NextLook)
        {
            await DeleteOriginalAsync(job, cancellationToken);
        }
    }

    private async Task DeleteOriginalAsync(CvJob job, CancellationToken cancellationToken)
    {
        foreach (var text in await QuotingAsync(job, cancellationToken))
        {
            if (ArtifactDigest.TryParse(text, out var digest)) await artifacts.DeleteAsync(job.Id, digest, cancellationToken);
        }

        await jobs.DeleteAnswersAsync(job.Id, cancellationToken);
        await jobs.UpdateAsync(job.Id, known => known with { OriginalDeleted = true, Lines = null }, cancellationToken);
    }

    /// <summary>The files that are the original or hold its lines. A run that did not come to its end left some that the job does not name.</summary>
    private async Task<IEnumerable<string>> QuotingAsync(CvJob job, CancellationToken cancellationToken)
    {
        var named = job.Files.Select(file => file.Digest).Append(job.Lines).OfType<string>();
        if (job.CompletedAt is not null) return named;
        var left = new List<string>();
        await foreach (var artifact in artifacts.ListAsync(job.Id, cancellationToken)) left.Add(artifact.Digest.Value);
        return left.Where(digest => digest != job.Resume);
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
