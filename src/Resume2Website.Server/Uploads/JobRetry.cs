using LiveWorkflows;
using LiveWorkflows.Jobs;
using Resume2Website.Server.Access;
using Resume2Website.Server.Problems;
using Resume2Website.Stages;

namespace Resume2Website.Server.Uploads;

/// <summary>Starts another run of a job that failed or was stopped.</summary>
internal sealed class JobRetry(JobOwnershipStore ownerships, CvJobStore jobs, WorkflowTracker tracker, IJobQueue queue, Tickets tickets)
{
    private readonly StripedLock _starting = new();

    /// <exception cref="RefusedException">The job has not ended, has completed, or its file is gone.</exception>
    public async Task<JobAnswer> StartAsync(string jobId, RetryRequest request, CancellationToken cancellationToken)
    {
        using var turn = await _starting.EnterAsync(jobId, cancellationToken);
        if (await ownerships.FindAsync(jobId, cancellationToken) is not { IsDeleted: false } ownership) throw new RefusedException(ServerProblems.NotFound);
        await RefuseAsync(ownership, cancellationToken);
        if (request.Password is { Length: > 0 } password) await jobs.UpdateAsync(jobId, job => job with { Password = password }, cancellationToken);

        var first = await tracker.GetSummaryAsync(jobId, cancellationToken);
        var workflowId = WorkflowId.New();
        var depth = await queue.GetDepthAsync(cancellationToken);
        var options = new WorkflowOptions { Id = workflowId, Type = CvJob.WorkflowType, JobId = jobId, Tags = first?.Tags };
        await ownerships.AddRunAsync(jobId, workflowId, cancellationToken);
        await tracker.QueueAsync(first?.Name ?? CvJob.WorkflowType, options, depth.Waiting, cancellationToken: cancellationToken);
        await queue.EnqueueAsync(CvJobPayload.For(jobId, workflowId), cancellationToken);
        return new JobAnswer
        {
            JobId = jobId,
            WorkflowId = workflowId,
            Ticket = await tickets.IssueAsync(jobId, cancellationToken),
            Status = WorkflowStatus.Queued,
        };
    }

    private async Task RefuseAsync(JobOwnership ownership, CancellationToken cancellationToken)
    {
        var status = (await tracker.GetSummaryAsync(ownership.LastRun, cancellationToken))?.Status;
        if (status == WorkflowStatus.Completed) throw new RefusedException(ServerProblems.AlreadyCompleted);
        if (status is WorkflowStatus.Queued or WorkflowStatus.Running or WorkflowStatus.Waiting) throw new RefusedException(ServerProblems.StillRunning);
        if (await jobs.FindAsync(ownership.JobId, cancellationToken) is not { OriginalDeleted: false }) throw new RefusedException(ServerProblems.OriginalGone);
    }
}
