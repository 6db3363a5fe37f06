namespace LiveWorkflows;

/// <summary>How often something happens: marks per minute, over the last 60 s. Thread-safe, free of allocations.</summary>
public sealed class Rate
{
    private const int Seconds = 60;
    private readonly TimeProvider _time;
    private readonly long _origin;
    private readonly Lock _gate = new();
    private readonly long[] _marks = new long[Seconds];
    private readonly long[] _seconds = new long[Seconds];

    internal Rate(string name, string? unit, TimeProvider time)
    {
        (Name, Unit, _time, _origin) = (name, unit, time, time.GetTimestamp());
        Array.Fill(_seconds, -1);
    }

    /// <summary>The rate's name.</summary>
    public string Name { get; }

    /// <summary>What is counted.</summary>
    public string? Unit { get; }

    /// <summary>Marks in the last 60 s.</summary>
    public long PerMinute
    {
        get
        {
            var now = Second();
            var sum = 0L;
            lock (_gate)
            {
                for (var i = 0; i < Seconds; i++)
                {
                    if (_seconds[i] > now - Seconds) sum += _marks[i];
                }
            }

            return sum;
        }
    }

    /// <summary>Counts what has just happened.</summary>
    public void Mark(long times = 1)
    {
        if (times <= 0) return;
        var now = Second();
        var slot = (int)(now % Seconds);
        lock (_gate)
        {
            if (_seconds[slot] != now) (_seconds[slot], _marks[slot]) = (now, 0);
            _marks[slot] += times;
        }
    }

    private long Second() => (long)_time.GetElapsedTime(_origin).TotalSeconds;
}
