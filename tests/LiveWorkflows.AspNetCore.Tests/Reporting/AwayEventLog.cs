using LiveWorkflows.EventLog;

namespace LiveWorkflows.AspNetCore.Tests.Reporting;

/// <summary>A log in memory that takes nothing while it is away.</summary>
internal sealed class AwayEventLog : IEventLog
{
    private readonly InMemoryEventLog _log = new();

    public volatile bool IsAway;

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
