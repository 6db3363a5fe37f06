namespace LiveWorkflows.Live;

/// <summary>The newest frames of one workflow, and the signal that there are more. Streams are cursors into it and cost it nothing.</summary>
internal sealed class WorkflowChannel
{
    /// <summary>Frames kept in memory; a stream further behind reads from the log.</summary>
    private const int Window = 1024;

    private readonly Lock _gate = new();
    private readonly Queue<EventFrame> _frames = new();
    private TaskCompletionSource _more = NewSignal();
    private long _firstSequence = 1;

    /// <summary>The last published sequence number; -1 while it is not known.</summary>
    public long Head { get; private set; } = -1;

    public bool IsDeleted { get; private set; }

    public int Subscribers { get; set; }

    public void Publish(IReadOnlyList<EventFrame> frames)
    {
        TaskCompletionSource more;
        lock (_gate)
        {
            if (_frames.Count == 0 || frames[0].Sequence != Head + 1)
            {
                _frames.Clear();
                _firstSequence = frames[0].Sequence;
            }

            foreach (var frame in frames) _frames.Enqueue(frame);
            while (_frames.Count > Window)
            {
                _frames.Dequeue();
                _firstSequence++;
            }

            Head = frames[^1].Sequence;
            (more, _more) = (_more, NewSignal());
        }

        more.TrySetResult();
    }

    public void MarkDeleted()
    {
        lock (_gate)
        {
            IsDeleted = true;
            _frames.Clear();
        }

        _more.TrySetResult();
    }

    /// <summary>What the log was found to hold, when nothing was published here yet.</summary>
    public void Learn(long sequence)
    {
        lock (_gate) Head = Math.Max(Head, sequence);
    }

    /// <summary>The frames after a cursor, from memory; null when they are only in the log.</summary>
    public IReadOnlyList<EventFrame>? Read(long cursor, int atMost)
    {
        lock (_gate)
        {
            if (IsDeleted || (Head >= 0 && cursor >= Head)) return [];
            if (Head < 0 || _frames.Count == 0 || cursor + 1 < _firstSequence) return null;
            return [.. _frames.Skip((int)(cursor + 1 - _firstSequence)).Take(atMost)];
        }
    }

    /// <summary>Completes when there is something after the cursor, or the workflow was deleted.</summary>
    public Task WaitAsync(long cursor)
    {
        lock (_gate) return IsDeleted || Head > cursor ? Task.CompletedTask : _more.Task;
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
