using System.Collections.Concurrent;
using LiveWorkflows;
using LiveWorkflows.Artifacts;
using LiveWorkflows.Jobs;
using Resume2Website.Server.Access;
using Resume2Website.Server.Publishing;
using Resume2Website.Stages;

namespace Resume2Website.Server.Uploads;

/// <summary>Deletes everything of a job: what it published, upload, artifacts, record, events, queue entry.</summary>
/// <remarks>
/// A tombstone comes first, so that nothing of it is shown any more. A worker that is at it may still store a file in the moment it learns of this;
/// so the tombstone stays for a while, and goes after a second round.
/// </remarks>
internal sealed class JobEraser(
    JobOwnershipStore ownerships, CvJobStore jobs, IArtifactStore artifacts, IJobQueue queue, WorkflowTracker tracker, IdempotencyClaims claims,
    PublicationStore publications, TimeProvider time)
{
    private static readonly TimeSpan SecondRoundAfter = TimeSpan.FromSeconds(20);
    private readonly ConcurrentDictionary<string, DateTimeOffset> _tombstones = new(StringComparer.Ordinal);

    public async Task EraseAsync(JobOwnership ownership, CancellationToken cancellationToken)
    {
        await ownerships.UpdateAsync(ownership.JobId, known => known with { IsDeleted = true }, cancellationToken);
        Remember(ownership.JobId);
        await EraseContentAsync(ownership, cancellationToken);
    }

    /// <summary>Has a tombstone looked after, also one that an earlier process left.</summary>
    public void Remember(string jobId) => _tombstones[jobId] = time.GetUtcNow() + SecondRoundAfter;

    /// <summary>The second round, for the tombstones whose time has come.</summary>
    public async Task FinishAsync(CancellationToken cancellationToken)
    {
        foreach (var (jobId, due) in _tombstones)
        {
            if (due > time.GetUtcNow()) continue;
            if (await ownerships.FindAsync(jobId, cancellationToken) is { IsDeleted: true } ownership)
            {
                await EraseContentAsync(ownership, cancellationToken);
                await publications.ForgetAsync(jobId, cancellationToken);
                await ownerships.DeleteAsync(ownership, cancellationToken);
            }

            _tombstones.TryRemove(jobId, out _);
        }
    }

    private async Task EraseContentAsync(JobOwnership ownership, CancellationToken cancellationToken)
    {
        // First what the world can see.
        await publications.EraseAsync(ownership.JobId, cancellationToken);
        foreach (var run in ownership.Runs)
        {
            await queue.RemoveAsync(run, cancellationToken);
            await tracker.DeleteAsync(run, cancellationToken);
        }

        await jobs.DeleteAsync(ownership.JobId, cancellationToken);
        await artifacts.DeleteAllAsync(ownership.JobId, cancellationToken);
        if (ownership.Claim is { } claim) await claims.ForgetAsync(claim, cancellationToken);
    }
}
