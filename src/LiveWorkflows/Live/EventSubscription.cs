using LiveWorkflows.EventLog;

namespace LiveWorkflows.Live;

/// <summary>A cursor into a workflow's events. Reads in order, without a gap and without a repeat; holds nothing up and is no queue.</summary>
/// <remarks>For one reader. Dispose it when done.</remarks>
public sealed class EventSubscription : IDisposable
{
    /// <summary>Events taken from the log at a time; a log reads that many at once.</summary>
    private const int LogSlice = 256;

    private readonly LiveHub _hub;
    private readonly IEventLog _log;
    private readonly WorkflowChannel _channel;
    private readonly StreamWaiter _waiter = new();
    private EventFrames _ahead;
    private int _disposed;

    internal EventSubscription(LiveHub hub, IEventLog log, string workflowId, WorkflowChannel channel, long cursor) =>
        (_hub, _log, WorkflowId, _channel, Cursor) = (hub, log, workflowId, channel, cursor);

    /// <summary>The workflow.</summary>
    public string WorkflowId { get; }

    /// <summary>The number of the last event that was read.</summary>
    public long Cursor { get; private set; }

    /// <summary>Whether the workflow was deleted: nothing more will come.</summary>
    public bool IsDeleted => _channel.IsDeleted;

    /// <summary>Whether more is at hand without asking the log.</summary>
    public bool HasMore => !_ahead.After(Cursor).IsEmpty || (_channel.TryRead(Cursor, out var frames) && !frames.IsEmpty);

    /// <summary>Events after the cursor; none when there are none at present. They are shared: nothing is copied or allocated for a reader who keeps up.</summary>
    /// <param name="atMostBytes">As many events as fit into so many bytes, but at least one.</param>
    /// <param name="cancellationToken">Cancels the reading of the log.</param>
    public ValueTask<EventFrames> ReadAsync(int atMostBytes = FrameBlock.TargetBytes, CancellationToken cancellationToken = default)
    {
        var frames = _ahead.After(Cursor);
        return frames.IsEmpty && !_channel.TryRead(Cursor, out frames)
            ? ReadLogAsync(atMostBytes, cancellationToken)
            : ValueTask.FromResult(Advance(frames.Take(atMostBytes)));
    }

    /// <summary>Completes when <see cref="ReadAsync"/> has something to give, the workflow was deleted, or <see cref="Wake"/> was called; may also do so without a reason.</summary>
    /// <remarks>Once at a time. The reader goes on on a thread that others wait for too: it must not block.</remarks>
    public ValueTask WaitAsync() => _channel.Register(_waiter, Cursor) ? _waiter.WaitAsync() : ValueTask.CompletedTask;

    /// <summary>Ends the present wait, or the next one. Thread-safe.</summary>
    public void Wake() => _waiter.Wake();

    /// <summary>Lets go of what was read from the log ahead of the cursor: for a reader who will be away for a while.</summary>
    public void LetGo() => _ahead = default;

    /// <inheritdoc/>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _disposed, 1) != 0) return;
        _channel.Unregister(_waiter);
        _hub.Release(WorkflowId, _channel);
    }

    private EventFrames Advance(EventFrames frames)
    {
        if (!frames.IsEmpty) Cursor = frames.LastSequence;
        return frames;
    }

    private async ValueTask<EventFrames> ReadLogAsync(int atMostBytes, CancellationToken cancellationToken)
    {
        var events = new List<NewEvent>();
        await foreach (var stored in _log.ReadAsync(WorkflowId, Cursor, cancellationToken).ConfigureAwait(false))
        {
            events.Add(new NewEvent(stored.Sequence, stored.Type, stored.Data));
            if (events.Count == LogSlice) break;
        }

        // The log ended here: what is published from now on comes with a signal.
        if (events.Count < LogSlice) _channel.Learn(events.Count > 0 ? events[^1].Sequence : Cursor);
        if (events.Count == 0) return default;
        var block = FrameBlock.Of(events, 0, out var count, int.MaxValue);
        _ahead = new EventFrames(block, 0, count);
        return Advance(_ahead.Take(atMostBytes));
    }
}
