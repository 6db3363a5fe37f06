namespace LiveWorkflows.AspNetCore.Sse;

/// <summary>One clock for the keep-alive comments of all streams: each has its turn once in a round, so that neither timers nor writes come by the thousand.</summary>
internal sealed class KeepAliveWheel(TimeSpan round, TimeProvider time) : IDisposable
{
    private const int Turns = 15;

    private readonly Lock _gate = new();
    private readonly List<SseConnection>[] _turns = [.. Enumerable.Range(0, Turns).Select(_ => new List<SseConnection>())];
    private ITimer? _timer;
    private ITimer? _cutting;
    private int _turn;
    private int _count;

    /// <summary>Gives a connection its place; its first turn comes after at most one round.</summary>
    public void Add(SseConnection connection)
    {
        lock (_gate)
        {
            var turn = _turns[_turn];
            (connection.Turn, connection.Place) = (_turn, turn.Count);
            turn.Add(connection);
            if (_count++ > 0) return;
            var tick = TimeSpan.FromTicks(Math.Max(TimeSpan.TicksPerMillisecond, round.Ticks / Turns));
            _timer?.Dispose();
            _timer = time.CreateTimer(static wheel => ((KeepAliveWheel)wheel!).Tick(), this, tick, tick);
        }
    }

    public void Remove(SseConnection connection)
    {
        lock (_gate)
        {
            var turn = _turns[connection.Turn];
            var last = turn[^1];
            turn[connection.Place] = last;
            last.Place = connection.Place;
            turn.RemoveAt(turn.Count - 1);
            if (--_count > 0) return;
            _timer?.Dispose();
            _timer = null;
        }
    }

    /// <summary>Ends every stream: the server shuts down.</summary>
    public void EndAll()
    {
        SseConnection[] open;
        lock (_gate) open = [.. _turns.SelectMany(turn => turn)];
        foreach (var connection in open) connection.End();

        // A stream is over when its last bytes are in the server's buffer; a reader that never takes them from there would hold up the shutdown.
        _cutting = time.CreateTimer(static cut => ((Action)cut!)(), () => Array.ForEach(open, connection => connection.Cut()), SseConnection.LastFlush, Timeout.InfiniteTimeSpan);
    }

    public void Dispose()
    {
        lock (_gate) _timer?.Dispose();
        _cutting?.Dispose();
    }

    private void Tick()
    {
        SseConnection[] due;
        lock (_gate)
        {
            _turn = (_turn + 1) % Turns;
            due = [.. _turns[_turn]];
        }

        foreach (var connection in due) connection.Beat();
    }
}
