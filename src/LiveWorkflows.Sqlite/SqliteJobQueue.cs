using LiveWorkflows.Jobs;

namespace LiveWorkflows.Sqlite;

/// <summary>The job queue in SQLite. A lease cannot outlive the process that held it: opening the queue ends those of the one before.</summary>
internal sealed class SqliteJobQueue : IJobQueue
{
    private const string Waits = "is_open = 1 AND (is_leased = 0 OR available_at <= $0)";

    private readonly SqliteDatabase _database;
    private readonly TimeProvider _time;
    private readonly int _maxWaiting;
    private readonly WakeSignal _changed = new();

    public SqliteJobQueue(SqliteDatabase database, TimeProvider time, JobQueueOptions options)
    {
        _database = database;
        _time = time;
        _maxWaiting = options.MaxWaiting;
    }

    /// <summary>To be run once, when the database is opened and nobody can hold a lease yet.</summary>
    public static void EndLeasesOfEarlierProcess(WriteSession session) =>
        session.Execute("UPDATE jobs SET available_at = 0 WHERE is_open = 1 AND is_leased = 1");

    public async ValueTask<bool> EnqueueAsync(Job job, CancellationToken cancellationToken = default)
    {
        JobRules.Validate(job);
        var isNew = await WriteAsync(session => Enqueue(session, job), cancellationToken).ConfigureAwait(false);
        if (isNew) _changed.Raise();
        return isNew;
    }

    public ValueTask<JobLease?> LeaseAsync(string worker, TimeSpan duration, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(worker);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(duration, TimeSpan.Zero);
        return WriteAsync(session => Lease(session, worker, duration), cancellationToken);
    }

    public ValueTask WaitAsync(TimeSpan atMost, CancellationToken cancellationToken = default) =>
        JobWait.UntilDueAsync(_changed, NextAvailableAsync, _time, atMost, cancellationToken);

    public ValueTask<bool> RenewAsync(JobLease lease, TimeSpan duration, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(duration, TimeSpan.Zero);
        return ChangeHeldAsync(lease, "UPDATE jobs SET available_at = $3", duration, cancellationToken);
    }

    public ValueTask<bool> CompleteAsync(JobLease lease, CancellationToken cancellationToken = default) => ChangeHeldAsync(
        lease, "UPDATE jobs SET is_open = 0, is_leased = 0, payload = NULL, worker = NULL, available_at = $3", TimeSpan.Zero, cancellationToken);

    public ValueTask<bool> ReleaseAsync(JobLease lease, TimeSpan delay, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(delay, TimeSpan.Zero);
        return ChangeHeldAsync(lease, "UPDATE jobs SET is_leased = 0, worker = NULL, available_at = $3", delay, cancellationToken);
    }

    public ValueTask<int?> GetPositionAsync(string jobId, CancellationToken cancellationToken = default)
    {
        WorkflowId.ThrowIfInvalid(jobId);
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult(_database.Read(
            $"""
            SELECT (SELECT COUNT(*) FROM jobs before WHERE before.number < job.number AND {Waits}) FROM jobs job WHERE id = $1 AND {Waits}
            """,
            reader => reader.Read() ? reader.GetInt32(0) : (int?)null,
            Unavailable,
            Now, jobId));
    }

    public ValueTask<JobQueueDepth> GetDepthAsync(CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult(_database.Read(
            $"SELECT COUNT(*) FILTER (WHERE {Waits}), COUNT(*) FROM jobs WHERE is_open = 1",
            reader => reader.Read() ? new JobQueueDepth(reader.GetInt32(0), reader.GetInt32(1) - reader.GetInt32(0)) : default,
            Unavailable,
            Now));
    }

    public async ValueTask RemoveAsync(string jobId, CancellationToken cancellationToken = default)
    {
        WorkflowId.ThrowIfInvalid(jobId);
        await _database.WriteAsync(
            session => session.Execute("UPDATE jobs SET is_open = 0, is_leased = 0, type = NULL, payload = NULL, worker = NULL WHERE id = $0", jobId),
            Unavailable,
            cancellationToken,
            erasesTraces: true).ConfigureAwait(false);
    }

    private long Now => _time.GetUtcNow().UtcTicks;

    private bool Enqueue(WriteSession session, Job job)
    {
        var now = Now;
        if (session.Scalar("SELECT 1 FROM jobs WHERE id = $0", job.Id) is not null) return false;
        if (session.Scalar($"SELECT COUNT(*) FROM jobs WHERE {Waits}", now) is long waiting && waiting >= _maxWaiting) throw new JobQueueFullException();
        session.Execute(
            "INSERT INTO jobs (id, type, payload, enqueued_at, available_at) VALUES ($0, $1, $2, $3, $3)",
            job.Id, job.Type, job.Payload.ToArray(), now);
        return true;
    }

    private JobLease? Lease(WriteSession session, string worker, TimeSpan duration)
    {
        var now = Now;
        using var reader = session.Query(
            """
            UPDATE jobs SET is_leased = 1, epoch = epoch + 1, available_at = $1, worker = $2
            WHERE number = (SELECT number FROM jobs WHERE is_open = 1 AND available_at <= $0 ORDER BY number LIMIT 1)
            RETURNING id, type, payload, epoch, enqueued_at
            """,
            now, Later(now, duration), worker);
        if (!reader.Read()) return null;
        var job = new Job(reader.GetString(0), reader.GetString(1), reader.GetFieldValue<byte[]>(2));
        return new JobLease(job, reader.GetInt64(3), new DateTimeOffset(reader.GetInt64(4), TimeSpan.Zero));
    }

    private async ValueTask<bool> ChangeHeldAsync(JobLease lease, string change, TimeSpan later, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(lease);
        var isHeld = await WriteAsync(
            session =>
            {
                var now = Now;
                var sql = $"{change} WHERE id = $1 AND epoch = $2 AND is_open = 1 AND is_leased = 1 AND available_at > $0";
                return session.Execute(sql, now, lease.Job.Id, lease.Epoch, Later(now, later)) > 0;
            },
            cancellationToken).ConfigureAwait(false);
        if (isHeld) _changed.Raise();
        return isHeld;
    }

    private ValueTask<DateTimeOffset?> NextAvailableAsync() => ValueTask.FromResult(_database.Read(
        "SELECT MIN(available_at) FROM jobs WHERE is_open = 1",
        reader => reader.Read() && !reader.IsDBNull(0) ? new DateTimeOffset(reader.GetInt64(0), TimeSpan.Zero) : (DateTimeOffset?)null,
        Unavailable));

    private ValueTask<T> WriteAsync<T>(Func<WriteSession, T> body, CancellationToken cancellationToken) =>
        new(_database.WriteAsync(body, Unavailable, cancellationToken));

    private static long Later(long ticks, TimeSpan span) => Math.Min(DateTimeOffset.MaxValue.UtcTicks, ticks + Math.Min(span.Ticks, long.MaxValue / 2));

    private static JobQueueUnavailableException Unavailable(Exception failure) =>
        new("The job queue cannot reach its database at present.", failure);
}
