using System.Collections.Concurrent;
using Resume2Website.Server.Access;
using Resume2Website.Server.Problems;

namespace Resume2Website.Server.Uploads;

/// <summary>Jobs that wait for their file; one whose file did not come in time fails.</summary>
internal sealed class WaitingJobs(JobOwnershipStore ownerships, JobStopper stopper, TimeProvider time)
{
    private readonly ConcurrentDictionary<string, DateTimeOffset> _deadlines = new(StringComparer.Ordinal);

    public void Add(string jobId, DateTimeOffset deadline) => _deadlines[jobId] = deadline;

    public async Task EndOverdueAsync(CancellationToken cancellationToken)
    {
        foreach (var (jobId, deadline) in _deadlines)
        {
            if (deadline > time.GetUtcNow()) continue;
            var isOverdue = false;
            await ownerships.UpdateAsync(jobId, ownership =>
            {
                isOverdue = ownership is { UploadDeadline: not null, IsDeleted: false };
                return ownership with { UploadDeadline = null };
            }, cancellationToken);
            if (isOverdue) await stopper.FailAsync(jobId, ServerProblems.NoFileInTime, cancellationToken);
            _deadlines.TryRemove(jobId, out _);
        }
    }
}
