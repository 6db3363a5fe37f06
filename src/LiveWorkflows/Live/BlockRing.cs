namespace LiveWorkflows.Live;

/// <summary>The newest blocks of one workflow, from the oldest to the newest, found by number without walking.</summary>
/// <remarks>For one thread at a time.</remarks>
internal sealed class BlockRing
{
    private FrameBlock?[] _blocks = new FrameBlock?[4];
    private int _first;

    public int Count { get; private set; }

    /// <summary>Events in all blocks.</summary>
    public int Frames { get; private set; }

    public FrameBlock? Oldest => Count == 0 ? null : At(0);

    public void Add(FrameBlock block)
    {
        if (Count == _blocks.Length) Grow();
        _blocks[(_first + Count) & (_blocks.Length - 1)] = block;
        Count++;
        Frames += block.Count;
    }

    public FrameBlock RemoveOldest()
    {
        var block = At(0);
        _blocks[_first] = null;
        _first = (_first + 1) & (_blocks.Length - 1);
        Count--;
        Frames -= block.Count;
        return block;
    }

    /// <summary>The block with an event of this number. The newest is looked at first, since most readers are there.</summary>
    public FrameBlock? Find(long sequence)
    {
        if (Count == 0) return null;
        var newest = At(Count - 1);
        if (sequence > newest.LastSequence || sequence < At(0).FirstSequence) return null;
        if (sequence >= newest.FirstSequence) return newest;
        var (low, high) = (0, Count - 1);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (At(middle).LastSequence < sequence) low = middle + 1;
            else high = middle;
        }

        return At(low);
    }

    private FrameBlock At(int index) => _blocks[(_first + index) & (_blocks.Length - 1)]!;

    private void Grow()
    {
        var larger = new FrameBlock?[_blocks.Length * 2];
        for (var i = 0; i < Count; i++) larger[i] = At(i);
        (_blocks, _first) = (larger, 0);
    }
}
