namespace LiveWorkflows.Live;

/// <summary>Wakes some readers one after the other: each writes what is new and waits again, so a thread serves many of them without changing hands.</summary>
internal sealed class WakeUp(StreamWaiter[] waiters, int from, int count) : IThreadPoolWorkItem
{
    /// <summary>Readers that one thread serves in a row: half a millisecond, so that other work of the pool is not held up.</summary>
    private const int InARow = 64;

    /// <summary>Wakes all of them, on threads of the pool.</summary>
    public static void All(StreamWaiter[] waiters)
    {
        for (var from = 0; from < waiters.Length; from += InARow)
            ThreadPool.UnsafeQueueUserWorkItem(new WakeUp(waiters, from, Math.Min(InARow, waiters.Length - from)), preferLocal: false);
    }

    void IThreadPoolWorkItem.Execute()
    {
        foreach (var waiter in waiters.AsSpan(from, count)) waiter.Signal();
    }
}
