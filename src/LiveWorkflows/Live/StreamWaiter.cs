using System.Threading.Tasks.Sources;

namespace LiveWorkflows.Live;

/// <summary>How one reader waits for more, again and again, without an allocation for each time.</summary>
internal sealed class StreamWaiter : IValueTaskSource, IThreadPoolWorkItem
{
    private const int Idle = 0;
    private const int Waiting = 1;
    private const int Woken = 2;

    private ManualResetValueTaskSourceCore<bool> _core;
    private int _state;

    /// <summary>The place in the channel's list of those who wait; -1 for none. Under the channel's lock.</summary>
    public int Place { get; set; } = -1;

    /// <summary>Completes at the next <see cref="Signal"/>, or at once when there was one since the last wait.</summary>
    public ValueTask WaitAsync()
    {
        if (Interlocked.CompareExchange(ref _state, Waiting, Idle) == Idle) return new ValueTask(this, _core.Version);
        Volatile.Write(ref _state, Idle);
        return ValueTask.CompletedTask;
    }

    /// <summary>Wakes the reader, who goes on here and now, on the caller's thread.</summary>
    public void Signal()
    {
        if (Interlocked.Exchange(ref _state, Woken) == Waiting) _core.SetResult(true);
    }

    /// <summary>Wakes the reader on a thread of the pool.</summary>
    public void Wake() => ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);

    void IThreadPoolWorkItem.Execute() => Signal();

    void IValueTaskSource.GetResult(short token)
    {
        _core.GetResult(token);
        _core.Reset();
        Volatile.Write(ref _state, Idle);
    }

    ValueTaskSourceStatus IValueTaskSource.GetStatus(short token) => _core.GetStatus(token);

    void IValueTaskSource.OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
        _core.OnCompleted(continuation, state, token, flags);
}
