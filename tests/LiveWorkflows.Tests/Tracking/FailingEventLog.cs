using LiveWorkflows.EventLog;

namespace LiveWorkflows.Tests.Tracking;

/// <summary>A log that is away as long as the test wants.</summary>
internal sealed class FailingEventLog : IEventLog
{
    private readonly InMemoryEventLog _log = new();
    private volatile bool _isAway;

    public bool IsAway
    {
        get => _isAway;
        set => _isAway = value;
    }

    public ValueTask<IReadOnlyList<AppendResult>> AppendAsync(IReadOnlyList<EventBatch> batches, CancellationToken cancellationToken = default) =>
        IsAway ? throw new EventLogUnavailableException() : _log.AppendAsync(batches, cancellationToken);

    public IAsyncEnumerable<StoredEvent> ReadAsync(string workflowId, long afterSequence = 0, CancellationToken cancellationToken = default) =>
        _log.ReadAsync(workflowId, afterSequence, cancellationToken);

    public IAsyncEnumerable<StoredEvent> FollowAsync(string workflowId, long afterSequence = 0, CancellationToken cancellationToken = default) =>
        _log.FollowAsync(workflowId, afterSequence, cancellationToken);

    public IAsyncEnumerable<StoredEvent> ReadAllAsync(LogPosition after, CancellationToken cancellationToken = default) => _log.ReadAllAsync(after, cancellationToken);

    public IAsyncEnumerable<StoredEvent> FollowAllAsync(LogPosition? after = null, CancellationToken cancellationToken = default) =>
        _log.FollowAllAsync(after, cancellationToken);

    public ValueTask<LogHead?> GetHeadAsync(string workflowId, CancellationToken cancellationToken = default) => _log.GetHeadAsync(workflowId, cancellationToken);

    public ValueTask DeleteAsync(string workflowId, CancellationToken cancellationToken = default) => _log.DeleteAsync(workflowId, cancellationToken);
}
