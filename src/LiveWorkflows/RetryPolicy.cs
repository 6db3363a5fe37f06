namespace LiveWorkflows;

/// <summary>How often a step is tried, how long an attempt may take, and how long is waited between the attempts.</summary>
public sealed record RetryPolicy
{
    /// <summary>One attempt, no retry.</summary>
    public static RetryPolicy None { get; } = new() { MaxAttempts = 1 };

    /// <summary>How often the step is tried at most, the first attempt counted.</summary>
    public int MaxAttempts { get; init; } = 3;

    /// <summary>How long an attempt may take; then its token is cancelled and it counts as failed by a <see cref="TimeoutException"/>. Null: as long as it likes.</summary>
    /// <remarks>An attempt that does not heed its token is waited for: code that still runs is never left behind.</remarks>
    public TimeSpan? AttemptTimeout { get; init; }

    /// <summary>The wait before the second attempt; it doubles for each further one.</summary>
    public TimeSpan Delay { get; init; } = TimeSpan.FromMilliseconds(200);

    /// <summary>The longest wait.</summary>
    public TimeSpan MaxDelay { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>The part of a wait that is random, 0 to 1, so that many that failed together do not come back together. 0 by default.</summary>
    public double Jitter { get; init; }

    /// <summary>Whether an exception is worth another attempt; when null, the error catalogue decides.</summary>
    public Func<Exception, bool>? ShouldRetry { get; init; }

    /// <summary>The wait before an attempt, from the second, without jitter.</summary>
    public TimeSpan DelayBefore(int attempt)
    {
        var ticks = Delay.Ticks * Math.Pow(2, Math.Max(0, attempt - 2));
        return ticks >= MaxDelay.Ticks ? MaxDelay : TimeSpan.FromTicks((long)ticks);
    }

    /// <summary>The wait with jitter; longer where the one who failed has said how long to stay away, but never above <see cref="MaxDelay"/>.</summary>
    internal TimeSpan DelayBefore(int attempt, double? retryAfterMs)
    {
        var delay = DelayBefore(attempt);
        if (Jitter > 0) delay -= delay * (Math.Min(1, Jitter) * Random.Shared.NextDouble());
        if (retryAfterMs is not > 0) return delay;
        var asked = retryAfterMs >= MaxDelay.TotalMilliseconds ? MaxDelay : TimeSpan.FromMilliseconds(retryAfterMs.Value);
        return asked > delay ? asked : delay;
    }
}
