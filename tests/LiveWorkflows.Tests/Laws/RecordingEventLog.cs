using LiveWorkflows.EventLog;

namespace LiveWorkflows.Tests.Laws;

/// <summary>An in-memory log that remembers which events were appended together.</summary>
internal sealed class RecordingEventLog : IEventLog
{
    private readonly InMemoryEventLog _log = new();

    public List<EventBatch> Appended { get; } = [];

    public async ValueTask<IReadOnlyList<AppendResult>> AppendAsync(IReadOnlyList<EventBatch> batches, CancellationToken cancellationToken = default)
    {
        var results = await _log.AppendAsync(batches, cancellationToken);
        lock (Appended) Appended.AddRange(batches.Where((_, index) => results[index].Status == AppendStatus.Appended));
        return results;
    }

    public IAsyncEnumerable<StoredEvent> ReadAsync(string workflowId, long afterSequence = 0, CancellationToken cancellationToken = default) =>
        _log.ReadAsync(workflowId, afterSequence, cancellationToken);

    public IAsyncEnumerable<StoredEvent> FollowAsync(string workflowId, long afterSequence = 0, CancellationToken cancellationToken = default) =>
        _log.FollowAsync(workflowId, afterSequence, cancellationToken);

    public IAsyncEnumerable<StoredEvent> FollowAllAsync(LogPosition? after = null, CancellationToken cancellationToken = default) =>
        _log.FollowAllAsync(after, cancellationToken);

    public IAsyncEnumerable<StoredEvent> ReadAllAsync(LogPosition after, CancellationToken cancellationToken = default) =>
        _log.ReadAllAsync(after, cancellationToken);

    public ValueTask<LogHead?> GetHeadAsync(string workflowId, CancellationToken cancellationToken = default) => _log.GetHeadAsync(workflowId, cancellationToken);

    public ValueTask DeleteAsync(string workflowId, CancellationToken cancellationToken = default) => _log.DeleteAsync(workflowId, cancellationToken);
}
