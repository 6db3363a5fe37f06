using LiveWorkflows.EventLog;

namespace LiveWorkflows.Tests.Tracking;

/// <summary>A log in which somebody else is faster, once: right after the first look at a head.</summary>
internal sealed class InterferingEventLog(IEventLog log, Func<ValueTask> interfere) : IEventLog
{
    private bool _hasInterfered;

    public async ValueTask<LogHead?> GetHeadAsync(string workflowId, CancellationToken cancellationToken = default)
    {
        var head = await log.GetHeadAsync(workflowId, cancellationToken);
        if (_hasInterfered) return head;
        _hasInterfered = true;
        await interfere();
        return head;
    }

    public ValueTask<IReadOnlyList<AppendResult>> AppendAsync(IReadOnlyList<EventBatch> batches, CancellationToken cancellationToken = default) =>
        log.AppendAsync(batches, cancellationToken);

    public IAsyncEnumerable<StoredEvent> ReadAsync(string workflowId, long afterSequence = 0, CancellationToken cancellationToken = default) =>
        log.ReadAsync(workflowId, afterSequence, cancellationToken);

    public IAsyncEnumerable<StoredEvent> FollowAsync(string workflowId, long afterSequence = 0, CancellationToken cancellationToken = default) =>
        log.FollowAsync(workflowId, afterSequence, cancellationToken);

    public IAsyncEnumerable<StoredEvent> FollowAllAsync(LogPosition? after = null, CancellationToken cancellationToken = default) =>
        log.FollowAllAsync(after, cancellationToken);

    public IAsyncEnumerable<StoredEvent> ReadAllAsync(LogPosition after, CancellationToken cancellationToken = default) =>
        log.ReadAllAsync(after, cancellationToken);

    public ValueTask DeleteAsync(string workflowId, CancellationToken cancellationToken = default) => log.DeleteAsync(workflowId, cancellationToken);
}
