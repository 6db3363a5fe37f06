namespace Resume2Website.Tests.Extraction.Llm;

/// <summary>A time in which waits are over at once and noted; deadlines pass when a test says so.</summary>
internal sealed class JumpingTime(TimeSpan shortestDeadline) : TimeProvider
{
    private readonly Lock _gate = new();
    private readonly List<Deadline> _deadlines = [];
    private DateTimeOffset _now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    /// <summary>The waits there were.</summary>
    public List<TimeSpan> Waits { get; } = [];

    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate) return _now;
    }

    public override long GetTimestamp() => GetUtcNow().Ticks;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public void Advance(TimeSpan by)
    {
        lock (_gate) _now += by;
    }

    /// <summary>All deadlines that are set pass now.</summary>
    public void PassDeadlines()
    {
        List<Deadline> due;
        lock (_gate)
        {
            due = [.. _deadlines];
            _deadlines.Clear();
        }

        foreach (var deadline in due) deadline.Pass();
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var deadline = new Deadline(callback, state);
        lock (_gate)
        {
            if (dueTime >= shortestDeadline || dueTime == Timeout.InfiniteTimeSpan)
            {
                _deadlines.Add(deadline);
                return deadline;
            }

            Waits.Add(dueTime);
            _now += dueTime;
        }

        ThreadPool.QueueUserWorkItem(_ => deadline.Pass());
        return deadline;
    }

    private sealed class Deadline(TimerCallback callback, object? state) : ITimer
    {
        private int _isOver;

        public void Pass()
        {
            if (Interlocked.Exchange(ref _isOver, 1) == 0) callback(state);
        }

        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose() => Interlocked.Exchange(ref _isOver, 1);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
