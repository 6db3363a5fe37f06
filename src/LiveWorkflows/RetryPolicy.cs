namespace LiveWorkflows;

/// <summary>How often a step is tried, and how long is waited between the attempts.</summary>
public sealed record RetryPolicy
{
    /// <summary>One attempt, no retry.</summary>
    public static RetryPolicy None { get; } = new() { MaxAttempts = 1 };

    /// <summary>How often the step is tried at most, the first attempt counted.</summary>
    public int MaxAttempts { get; init; } = 3;

    /// <summary>The wait before the second attempt; it doubles for each further one.</summary>
    public TimeSpan Delay { get; init; } = TimeSpan.FromMilliseconds(200);

    /// <summary>The longest wait.</summary>
    public TimeSpan MaxDelay { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Whether an exception is worth another attempt; when null, the error catalogue decides.</summary>
    public Func<Exception, bool>? ShouldRetry { get; init; }

    /// <summary>The wait before an attempt, from the second.</summary>
    public TimeSpan DelayBefore(int attempt)
    {
        var ticks = Delay.Ticks * Math.Pow(2, Math.Max(0, attempt - 2));
        return ticks >= MaxDelay.Ticks ? MaxDelay : TimeSpan.FromTicks((long)ticks);
    }
}
