namespace LiveWorkflows.Jobs;

/// <summary>Waits for a job without asking the storage again and again: for a change, or for the next moment something falls due.</summary>
internal static class JobWait
{
    // A timer's longest span is 49 days; a day is as good, since the loop looks again.
    private static readonly TimeSpan LongestNap = TimeSpan.FromDays(1);

    public static async ValueTask UntilDueAsync(
        WakeSignal changed,
        Func<ValueTask<DateTimeOffset?>> nextAvailable,
        TimeProvider time,
        TimeSpan atMost,
        CancellationToken cancellationToken)
    {
        var deadline = atMost >= LongestNap ? DateTimeOffset.MaxValue : time.GetUtcNow() + atMost;
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var change = changed.Next;
            var available = await nextAvailable().ConfigureAwait(false);
            var now = time.GetUtcNow();
            if (now >= deadline || available <= now) return;

            var until = available is { } due && due < deadline ? due : deadline;
            var nap = until - now < LongestNap ? until - now : LongestNap;
            await change.WaitAsync(nap, time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
