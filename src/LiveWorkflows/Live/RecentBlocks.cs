namespace LiveWorkflows.Live;

/// <summary>All blocks that channels keep, from the oldest to the newest: together they take at most so many bytes.</summary>
/// <remarks>Whoever reads further back reads from the log. Thread-safe; a channel's lock is never taken inside the lock of this.</remarks>
internal sealed class RecentBlocks(long maximumBytes)
{
    private readonly Lock _gate = new();
    private FrameBlock? _oldest;
    private FrameBlock? _newest;
    private long _bytes;

    /// <summary>Memory that the blocks take.</summary>
    public long Bytes => Interlocked.Read(ref _bytes);

    /// <summary>Keeps a block, and lets go of the oldest ones that are then too many.</summary>
    public void Add(FrameBlock block)
    {
        lock (_gate)
        {
            block.Older = _newest;
            if (_newest is null) _oldest = block;
            else _newest.Newer = block;
            _newest = block;
            _bytes += block.Size;
        }

        while (Oldest() is { } oldest) oldest.Channel!.Evict(oldest);

        FrameBlock? Oldest()
        {
            lock (_gate)
            {
                if (_bytes <= maximumBytes || _oldest is not { } oldest || ReferenceEquals(oldest, block)) return null;
                Unlink(oldest);
                return oldest;
            }
        }
    }

    /// <summary>A channel has let go of a block; once more does nothing.</summary>
    public void Remove(FrameBlock block)
    {
        lock (_gate)
        {
            if (block.Older is not null || block.Newer is not null || ReferenceEquals(_oldest, block)) Unlink(block);
        }
    }

    private void Unlink(FrameBlock block)
    {
        if (block.Older is { } older) older.Newer = block.Newer;
        else _oldest = block.Newer;
        if (block.Newer is { } newer) newer.Older = block.Older;
        else _newest = block.Older;
        block.Older = block.Newer = null;
        _bytes -= block.Size;
    }
}
