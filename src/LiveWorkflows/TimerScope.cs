using LiveWorkflows.Metrics;

namespace LiveWorkflows;

/// <summary>A running timer. <see cref="Stop"/> or disposal ends it, once.</summary>
public sealed class TimerScope : IDisposable
{
    private readonly TimeProvider _time;
    private readonly TimerStatistics? _statistics;
    private readonly long _begun;
    private long _elapsed = -1;

    internal TimerScope(string name, TimeProvider time, TimerStatistics? statistics) =>
        (Name, _time, _statistics, _begun) = (name, time, statistics, time.GetTimestamp());

    /// <summary>The timer's name.</summary>
    public string Name { get; }

    /// <summary>Stops the timer and gives the time since it was started; stopping again gives the same and counts nothing.</summary>
    public TimeSpan Stop()
    {
        var elapsed = _time.GetElapsedTime(_begun);
        if (Interlocked.CompareExchange(ref _elapsed, elapsed.Ticks, -1) == -1) _statistics?.Add(elapsed);
        return TimeSpan.FromTicks(Interlocked.Read(ref _elapsed));
    }

    /// <inheritdoc/>
    public void Dispose() => Stop();
}
