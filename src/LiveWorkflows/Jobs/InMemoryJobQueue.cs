namespace LiveWorkflows.Jobs;

/// <summary>A job queue that lives as long as the process: for tests, for command lines, for a first try.</summary>
public sealed class InMemoryJobQueue(TimeProvider? timeProvider = null, JobQueueOptions? options = null) : IJobQueue
{
    private readonly TimeProvider _time = timeProvider ?? TimeProvider.System;
    private readonly int _maxWaiting = options?.MaxWaiting ?? new JobQueueOptions().MaxWaiting;
    private readonly Lock _gate = new();
    private readonly WakeSignal _changed = new();
    private readonly HashSet<string> _takenIds = new(StringComparer.Ordinal);
    private readonly List<Entry> _open = [];

    /// <inheritdoc/>
    public ValueTask<bool> EnqueueAsync(Job job, CancellationToken cancellationToken = default)
    {
        JobRules.Validate(job);
        cancellationToken.ThrowIfCancellationRequested();
        var copy = job with { Payload = job.Payload.ToArray() };
        lock (_gate)
        {
            var now = _time.GetUtcNow();
            if (_takenIds.Contains(job.Id)) return ValueTask.FromResult(false);
            if (_open.Count(entry => entry.Waits(now)) >= _maxWaiting) throw new JobQueueFullException();
            _takenIds.Add(job.Id);
            _open.Add(new Entry(copy, now));
        }

        _changed.Raise();
        return ValueTask.FromResult(true);
    }

    /// <inheritdoc/>
    public ValueTask<JobLease?> LeaseAsync(string worker, TimeSpan duration, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(worker);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(duration, TimeSpan.Zero);
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            var now = _time.GetUtcNow();
            var entry = _open.Find(candidate => candidate.AvailableAt <= now);
            if (entry is null) return ValueTask.FromResult<JobLease?>(null);
            entry.IsLeased = true;
            entry.AvailableAt = now + duration;
            entry.Epoch++;
            return ValueTask.FromResult<JobLease?>(new JobLease(entry.Job, entry.Epoch, entry.EnqueuedAt));
        }
    }

    /// <inheritdoc/>
    public ValueTask WaitAsync(TimeSpan atMost, CancellationToken cancellationToken = default) =>
        JobWait.UntilDueAsync(_changed, NextAvailableAsync, _time, atMost, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<bool> RenewAsync(JobLease lease, TimeSpan duration, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(duration, TimeSpan.Zero);
        return ChangeHeld(lease, (entry, now) => entry.AvailableAt = now + duration, cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<bool> CompleteAsync(JobLease lease, CancellationToken cancellationToken = default) =>
        ChangeHeld(lease, (entry, _) => _open.Remove(entry), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<bool> ReleaseAsync(JobLease lease, TimeSpan delay, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(delay, TimeSpan.Zero);
        return ChangeHeld(lease, (entry, now) => (entry.IsLeased, entry.AvailableAt) = (false, now + delay), cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<int?> GetPositionAsync(string jobId, CancellationToken cancellationToken = default)
    {
        WorkflowId.ThrowIfInvalid(jobId);
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            var now = _time.GetUtcNow();
            var waiting = _open.FindAll(entry => entry.Waits(now));
            var position = waiting.FindIndex(entry => entry.Job.Id == jobId);
            return ValueTask.FromResult<int?>(position < 0 ? null : position);
        }
    }

    /// <inheritdoc/>
    public ValueTask<JobQueueDepth> GetDepthAsync(CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            var now = _time.GetUtcNow();
            var waiting = _open.Count(entry => entry.Waits(now));
            return ValueTask.FromResult(new JobQueueDepth(waiting, _open.Count - waiting));
        }
    }

    /// <inheritdoc/>
    public ValueTask RemoveAsync(string jobId, CancellationToken cancellationToken = default)
    {
        WorkflowId.ThrowIfInvalid(jobId);
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate) _open.RemoveAll(entry => entry.Job.Id == jobId);
        return ValueTask.CompletedTask;
    }

    private ValueTask<bool> ChangeHeld(JobLease lease, Action<Entry, DateTimeOffset> change, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(lease);
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            var now = _time.GetUtcNow();
            var entry = _open.Find(candidate => candidate.Job.Id == lease.Job.Id);
            if (entry is null || entry.Waits(now) || entry.Epoch != lease.Epoch) return ValueTask.FromResult(false);
            change(entry, now);
        }

        _changed.Raise();
        return ValueTask.FromResult(true);
    }

    private ValueTask<DateTimeOffset?> NextAvailableAsync()
    {
        lock (_gate) return ValueTask.FromResult(_open.Count == 0 ? null : (DateTimeOffset?)_open.Min(entry => entry.AvailableAt));
    }

    private sealed class Entry(Job job, DateTimeOffset enqueuedAt)
    {
        public Job Job => job;

        public DateTimeOffset EnqueuedAt { get; } = enqueuedAt;

        public DateTimeOffset AvailableAt { get; set; } = enqueuedAt;

        public bool IsLeased { get; set; }

        public long Epoch { get; set; }

        public bool Waits(DateTimeOffset now) => !IsLeased || AvailableAt <= now;
    }
}
