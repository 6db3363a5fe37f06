using Microsoft.Extensions.Time.Testing;

namespace LiveWorkflows.Tests.Tracking;

/// <summary>A time that is moved by hand, and counts how often its timers tick.</summary>
internal sealed class CountedTime : FakeTimeProvider
{
    private int _ticks;

    public int Ticks => Volatile.Read(ref _ticks);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => base.CreateTimer(
        argument =>
        {
            Interlocked.Increment(ref _ticks);
            callback(argument);
        }, state, dueTime, period);
}
