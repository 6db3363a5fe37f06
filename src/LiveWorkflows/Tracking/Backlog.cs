namespace LiveWorkflows.Tracking;

/// <summary>
/// How much is noted or composed but not yet stored, over all workflows. Past its bound, calls that must not be lost wait and
/// calls that may be thinned are dropped; both are counted.
/// </summary>
internal sealed class Backlog(TimeProvider time, long maximumBytes)
{
    /// <summary>A slot with what it typically points to.</summary>
    private const int SlotBytes = 96;

    private readonly Lock _gate = new();
    private TaskCompletionSource? _relief;
    private long _bytes;
    private long _dropped;
    private long _stalledTicks;

    public long Bytes => Interlocked.Read(ref _bytes);

    public long Dropped => Interlocked.Read(ref _dropped);

    public TimeSpan Stalled => TimeSpan.FromTicks(Interlocked.Read(ref _stalledTicks));

    public bool IsOver => Interlocked.Read(ref _bytes) > maximumBytes;

    public void Drop() => Interlocked.Increment(ref _dropped);

    /// <summary>A buffer has taken one more segment of so many slots; waits here while the bound is passed.</summary>
    public void Grew(int slots)
    {
        if (Interlocked.Add(ref _bytes, slots * SlotBytes) > maximumBytes) WaitForRelief();
    }

    public void Composed(int slots, long encodedBytes) => Release((long)slots * SlotBytes - encodedBytes);

    public void Stored(long encodedBytes) => Release(encodedBytes);

    private void Release(long bytes)
    {
        if (Interlocked.Add(ref _bytes, -bytes) > maximumBytes) return;
        TaskCompletionSource? relief;
        lock (_gate) (relief, _relief) = (_relief, null);
        relief?.TrySetResult();
    }

    private void WaitForRelief()
    {
        var begun = time.GetTimestamp();
        while (IsOver)
        {
            Task relief;
            lock (_gate) relief = (_relief ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
            // The contract's back-pressure: a caller that outruns the disk for 64 MB waits for it, and the wait is counted.
            if (IsOver) relief.Wait(TimeSpan.FromMilliseconds(100));
        }

        Interlocked.Add(ref _stalledTicks, time.GetElapsedTime(begun).Ticks);
    }
}
