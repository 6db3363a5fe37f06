namespace LiveWorkflows.Jobs;

/// <summary>Work that waits for a worker, handed out under leases with fencing epochs.</summary>
/// <remarks>
/// Thread-safe. A lease that is not renewed in time ends, and the job is leased to the next worker with a higher epoch;
/// what the earlier holder then says of the job is refused. Jobs are leased in the order they were enqueued.
/// </remarks>
public interface IJobQueue
{
    /// <summary>Enqueues a job, durable when the call returns. False, and nothing changed, when a job with this id is or was there.</summary>
    /// <exception cref="JobQueueFullException">The queue holds as many waiting jobs as it may.</exception>
    /// <exception cref="JobQueueUnavailableException">Nothing was enqueued: the storage is full or out of reach.</exception>
    ValueTask<bool> EnqueueAsync(Job job, CancellationToken cancellationToken = default);

    /// <summary>Leases the oldest job that waits and is due, or null when there is none.</summary>
    /// <param name="worker">Who takes it; for people to read.</param>
    /// <param name="duration">How long the lease holds without being renewed.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    ValueTask<JobLease?> LeaseAsync(string worker, TimeSpan duration, CancellationToken cancellationToken = default);

    /// <summary>Completes when a job is due: at once when one already is, and in any case after <paramref name="atMost"/>.</summary>
    /// <remarks>Another worker may be faster; whoever was woken leases, and waits again when there was nothing.</remarks>
    ValueTask WaitAsync(TimeSpan atMost, CancellationToken cancellationToken = default);

    /// <summary>Extends a lease from now. False when it is no longer held: the worker must stop.</summary>
    ValueTask<bool> RenewAsync(JobLease lease, TimeSpan duration, CancellationToken cancellationToken = default);

    /// <summary>Ends a job; it is never leased again. False when the lease is no longer held.</summary>
    ValueTask<bool> CompleteAsync(JobLease lease, CancellationToken cancellationToken = default);

    /// <summary>Gives a job back, to be leased again after <paramref name="delay"/>. False when the lease is no longer held.</summary>
    ValueTask<bool> ReleaseAsync(JobLease lease, TimeSpan delay, CancellationToken cancellationToken = default);

    /// <summary>How many waiting jobs stand before this one (0: it is next); null when it does not wait.</summary>
    ValueTask<int?> GetPositionAsync(string jobId, CancellationToken cancellationToken = default);

    /// <summary>How many jobs wait and how many are leased.</summary>
    ValueTask<JobQueueDepth> GetDepthAsync(CancellationToken cancellationToken = default);

    /// <summary>Removes a job, whether it waits or is leased, and forgets its payload. The id stays taken. Removing what is not there does nothing.</summary>
    ValueTask RemoveAsync(string jobId, CancellationToken cancellationToken = default);
}
