namespace LiveWorkflows.Live;

/// <summary>The newest events of one workflow, and who waits for more. Streams are cursors into it and cost it nothing.</summary>
internal sealed class WorkflowChannel(RecentBlocks recent, TimeProvider time)
{
    /// <summary>Events kept in memory; a stream further behind reads from the log.</summary>
    private const int Window = 1024;

    /// <summary>
    /// The time between two wake-ups of everybody, for each reader: a wake-up costs 5 to 10 µs a reader, most of it the kernel's, however little is
    /// new. So a thousand readers of a busy workflow get what came in 25 ms in one piece, while below 200 readers nothing is ever held back.
    /// </summary>
    private static readonly TimeSpan PacePerReader = TimeSpan.FromMicroseconds(25);

    private static readonly TimeSpan SlowestPace = TimeSpan.FromMilliseconds(100);

    private readonly Lock _gate = new();
    private readonly BlockRing _blocks = new();
    private readonly List<StreamWaiter> _waiting = [];
    private ITimer? _nextWake;
    private bool _wakeIsDue;
    private long _lastWake;

    /// <summary>The last published sequence number; -1 while it is not known.</summary>
    public long Head { get; private set; } = -1;

    public bool IsDeleted { get; private set; }

    public int Subscribers { get; set; }

    /// <summary>Takes a block that follows the last one, and wakes those who wait when it is the last of several.</summary>
    public void Publish(FrameBlock block, bool wakes)
    {
        lock (_gate)
        {
            if (IsDeleted) return;
            if (block.FirstSequence != Head + 1) Clear();
            block.Channel = this;
            _blocks.Add(block);
            while (_blocks.Frames - _blocks.Oldest!.Count >= Window) recent.Remove(_blocks.RemoveOldest());
            Head = block.LastSequence;
        }

        // Outside the channel's lock: the bound over all workflows may take a block from any of them.
        recent.Add(block);
        if (wakes && (block.TerminalType is not null || !IsPaced())) Wake();
    }

    /// <summary>The bound over all workflows takes this block, the channel's oldest, out of memory.</summary>
    public void Evict(FrameBlock block)
    {
        lock (_gate)
        {
            if (ReferenceEquals(_blocks.Oldest, block)) _blocks.RemoveOldest();
        }
    }

    public void MarkDeleted()
    {
        lock (_gate)
        {
            IsDeleted = true;
            Clear();
        }

        Wake();
    }

    /// <summary>Nobody reads here any more.</summary>
    public void Close()
    {
        lock (_gate)
        {
            Clear();
            _nextWake?.Dispose();
            _nextWake = null;
        }
    }

    /// <summary>What the log was found to hold, when nothing was published here yet.</summary>
    public void Learn(long sequence)
    {
        lock (_gate) Head = Math.Max(Head, sequence);
    }

    /// <summary>The events after a cursor, as far as they lie together in memory; false when they are only in the log.</summary>
    public bool TryRead(long cursor, out EventFrames frames)
    {
        frames = default;
        lock (_gate)
        {
            if (IsDeleted || (Head >= 0 && cursor >= Head)) return true;
            if (Head < 0 || _blocks.Find(cursor + 1) is not { } block) return false;
            frames = new EventFrames(block, (int)(cursor + 1 - block.FirstSequence), block.Count);
            return true;
        }
    }

    /// <summary>Notes that a reader waits for what comes after its cursor; false when that is there already, or the workflow was deleted.</summary>
    public bool Register(StreamWaiter waiter, long cursor)
    {
        lock (_gate)
        {
            if (IsDeleted || Head > cursor) return false;
            if (waiter.Place >= 0) return true;
            waiter.Place = _waiting.Count;
            _waiting.Add(waiter);
            return true;
        }
    }

    public void Unregister(StreamWaiter waiter)
    {
        lock (_gate)
        {
            if (waiter.Place < 0) return;
            var last = _waiting[^1];
            _waiting[waiter.Place] = last;
            last.Place = waiter.Place;
            _waiting.RemoveAt(_waiting.Count - 1);
            waiter.Place = -1;
        }
    }

    /// <summary>Whether the last wake-up was a moment ago, so that the next one is left to the timer. After a pause the first event never waits.</summary>
    private bool IsPaced()
    {
        var pace = PacePerReader * Subscribers;
        if (pace < PacePerReader * 200) return false;
        if (pace > SlowestPace) pace = SlowestPace;
        lock (_gate)
        {
            if (_wakeIsDue) return true;
            var left = pace - time.GetElapsedTime(_lastWake);
            if (left <= TimeSpan.Zero) return false;
            _wakeIsDue = true;
            _nextWake ??= time.CreateTimer(static channel => ((WorkflowChannel)channel!).Wake(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            _nextWake.Change(left, Timeout.InfiniteTimeSpan);
            return true;
        }
    }

    private void Wake()
    {
        StreamWaiter[] waiting;
        lock (_gate)
        {
            (_wakeIsDue, _lastWake) = (false, time.GetTimestamp());
            if (_waiting.Count == 0) return;
            waiting = [.. _waiting];
            foreach (var waiter in waiting) waiter.Place = -1;
            _waiting.Clear();
        }

        WakeUp.All(waiting);
    }

    private void Clear()
    {
        while (_blocks.Count > 0) recent.Remove(_blocks.RemoveOldest());
    }
}
