namespace LiveWorkflows;

/// <summary>Wakes everyone who waits at that moment.</summary>
/// <remarks>Take <see cref="Next"/> before looking, wait for it after having found nothing: then no wake-up can be lost in between.</remarks>
internal sealed class WakeSignal
{
    private TaskCompletionSource _source = NewSource();

    /// <summary>Completes at the next <see cref="Raise"/>.</summary>
    public Task Next => Volatile.Read(ref _source).Task;

    /// <summary>Wakes those who wait.</summary>
    public void Raise() => Interlocked.Exchange(ref _source, NewSource()).TrySetResult();

    private static TaskCompletionSource NewSource() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
