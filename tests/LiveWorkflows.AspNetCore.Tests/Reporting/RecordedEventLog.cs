using LiveWorkflows.EventLog;

namespace LiveWorkflows.AspNetCore.Tests.Reporting;

/// <summary>A log in memory that also keeps its batches, to show what a crash behind any of them leaves.</summary>
internal sealed class RecordedEventLog : IEventLog
{
    private readonly InMemoryEventLog _log = new();
    private readonly Lock _gate = new();
    private readonly List<EventBatch> _batches = [];

    public IReadOnlyList<EventBatch> Batches
    {
        get
        {
            lock (_gate) return [.. _batches];
        }
    }

    /// <summary>A log with the first batches only.</summary>
    public async Task<InMemoryEventLog> UpToAsync(int count)
    {
        var log = new InMemoryEventLog();
        LogPosition? position = null;
        foreach (var batch in Batches.Take(count))
        {
            var result = (await log.AppendAsync([batch with { ExpectedPosition = position }]))[0];
            result.Status.Should().Be(AppendStatus.Appended);
            position = result.Position;
        }

        return log;
    }

    public async ValueTask<IReadOnlyList<AppendResult>> AppendAsync(IReadOnlyList<EventBatch> batches, CancellationToken cancellationToken = default)
    {
        var results = await _log.AppendAsync(batches, cancellationToken);
        lock (_gate)
        {
            for (var i = 0; i < batches.Count; i++)
            {
                if (results[i].Status == AppendStatus.Appended) _batches.Add(batches[i] with { Events = [.. batches[i].Events.Select(item => item with { Data = item.Data.ToArray() })] });
            }
        }

        return results;
    }

    public IAsyncEnumerable<StoredEvent> ReadAsync(string workflowId, long afterSequence = 0, CancellationToken cancellationToken = default) =>
        _log.ReadAsync(workflowId, afterSequence, cancellationToken);

    public IAsyncEnumerable<StoredEvent> FollowAsync(string workflowId, long afterSequence = 0, CancellationToken cancellationToken = default) =>
        _log.FollowAsync(workflowId, afterSequence, cancellationToken);

    public IAsyncEnumerable<StoredEvent> ReadAllAsync(LogPosition after = default, CancellationToken cancellationToken = default) => _log.ReadAllAsync(after, cancellationToken);

    public IAsyncEnumerable<StoredEvent> FollowAllAsync(LogPosition? after = null, CancellationToken cancellationToken = default) =>
        _log.FollowAllAsync(after, cancellationToken);

    public ValueTask<LogHead?> GetHeadAsync(string workflowId, CancellationToken cancellationToken = default) => _log.GetHeadAsync(workflowId, cancellationToken);

    public ValueTask DeleteAsync(string workflowId, CancellationToken cancellationToken = default) => _log.DeleteAsync(workflowId, cancellationToken);
}
