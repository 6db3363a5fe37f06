using LiveWorkflows.EventLog;

namespace LiveWorkflows.Live;

/// <summary>A cursor into a workflow's events. Reads in order, without a gap and without a repeat; holds nothing up and is no queue.</summary>
/// <remarks>For one reader. Dispose it when done.</remarks>
public sealed class EventSubscription : IDisposable
{
    private readonly LiveHub _hub;
    private readonly IEventLog _log;
    private readonly WorkflowChannel _channel;
    private int _disposed;

    internal EventSubscription(LiveHub hub, IEventLog log, string workflowId, WorkflowChannel channel, long cursor) =>
        (_hub, _log, WorkflowId, _channel, Cursor) = (hub, log, workflowId, channel, cursor);

    /// <summary>The workflow.</summary>
    public string WorkflowId { get; }

    /// <summary>The number of the last event that was read.</summary>
    public long Cursor { get; private set; }

    /// <summary>Whether the workflow was deleted: nothing more will come.</summary>
    public bool IsDeleted => _channel.IsDeleted;

    /// <summary>The frames that are there after the cursor, at most <paramref name="atMost"/>; empty when there are none at present.</summary>
    public async ValueTask<IReadOnlyList<EventFrame>> ReadAsync(int atMost = 256, CancellationToken cancellationToken = default)
    {
        var frames = _channel.Read(Cursor, atMost) ?? await ReadLogAsync(atMost, cancellationToken).ConfigureAwait(false);
        if (frames.Count > 0) Cursor = frames[^1].Sequence;
        return frames;
    }

    /// <summary>Completes when <see cref="ReadAsync"/> has something to give, or the workflow was deleted.</summary>
    public Task WaitAsync(CancellationToken cancellationToken = default) => _channel.WaitAsync(Cursor).WaitAsync(cancellationToken);

    /// <inheritdoc/>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 0) _hub.Release(WorkflowId, _channel);
    }

    private async Task<IReadOnlyList<EventFrame>> ReadLogAsync(int atMost, CancellationToken cancellationToken)
    {
        var frames = new List<EventFrame>();
        await foreach (var stored in _log.ReadAsync(WorkflowId, Cursor, cancellationToken).ConfigureAwait(false))
        {
            frames.Add(EventFrame.Of(stored));
            if (frames.Count == atMost) return frames;
        }

        // The log ended here: what is published from now on comes with a signal.
        _channel.Learn(frames.Count > 0 ? frames[^1].Sequence : Cursor);
        return frames;
    }
}
