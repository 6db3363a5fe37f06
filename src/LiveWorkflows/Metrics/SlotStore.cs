namespace LiveWorkflows.Metrics;

/// <summary>
/// Tallies of series in slots of time of the same width. What is not being added to lies packed in a few bytes a series. When the packed
/// slots take more than their budget, the oldest are joined, twelve and then sixty at a time: old times get coarser, memory stays flat.
/// </summary>
/// <remarks>Not thread-safe.</remarks>
internal sealed class SlotStore(TimeSpan width, SeriesTable series, long budget = long.MaxValue)
{
    private const int MostOpen = 8;
    private const int Joined = 12;
    private const int JoinedTwice = 720;

    private readonly long _width = (long)width.TotalMilliseconds;
    private readonly Dictionary<long, Dictionary<int, Tally>> _open = [];
    private readonly Queue<long> _openInOrder = new();
    private readonly SortedDictionary<long, byte[]> _packed = [];
    private readonly CompactWriter _writer = new();
    private readonly CompactWriter _one = new();
    private long _joinedBefore;
    private long _joinedTwiceBefore;

    /// <summary>Bytes that the packed slots take.</summary>
    public long PackedBytes { get; private set; }

    public TimeSpan Width => width;

    /// <summary>The number of the slot that a time lies in.</summary>
    public long SlotOf(DateTimeOffset time) => Math.DivRem(time.ToUnixTimeMilliseconds(), _width).Quotient;

    public DateTimeOffset BeginOf(long slot) => DateTimeOffset.FromUnixTimeMilliseconds(slot * _width);

    /// <summary>How coarse the slots are at a time.</summary>
    public TimeSpan WidthAt(long slot) => width * (slot < _joinedTwiceBefore ? JoinedTwice : slot < _joinedBefore ? Joined : 1);

    /// <summary>The tally of a series at a time, to be added to at once.</summary>
    public Tally At(DateTimeOffset time, int number)
    {
        var slot = Open(JoinedSlotOf(SlotOf(time)));
        if (!slot.TryGetValue(number, out var tally)) slot[number] = tally = new Tally();
        return tally;
    }

    /// <summary>Adds up the slots from one to before another, series by series.</summary>
    public void AddUp(long from, long before, Dictionary<int, Tally> into, Func<int, bool> isWanted)
    {
        foreach (var slot in _open.Keys.ToArray()) Pack(slot);
        _openInOrder.Clear();
        foreach (var (slot, packed) in _packed)
        {
            // A joined slot counts where its middle lies.
            var middle = slot + WidthAt(slot) / width / 2;
            if (slot >= before) break;
            if (middle >= from && middle < before) AddUp(packed, into, isWanted);
        }
    }

    /// <summary>The series that any slot speaks of.</summary>
    public HashSet<int> Used()
    {
        var used = new HashSet<int>();
        AddUp(long.MinValue, long.MaxValue, [], number =>
        {
            used.Add(number);
            return false;
        });
        return used;
    }

    /// <summary>Forgets what lies before a time.</summary>
    public void Prune(DateTimeOffset before)
    {
        var slot = SlotOf(before);
        foreach (var old in _open.Keys.Where(key => key < slot).ToArray()) Pack(old);
        foreach (var old in _packed.Keys.TakeWhile(key => key < slot).ToArray()) RemovePacked(old);
    }

    public void Clear()
    {
        _open.Clear();
        _openInOrder.Clear();
        _packed.Clear();
        (PackedBytes, _joinedBefore, _joinedTwiceBefore) = (0, 0, 0);
    }

    private long JoinedSlotOf(long slot) =>
        slot < _joinedTwiceBefore ? slot - slot % JoinedTwice : slot < _joinedBefore ? slot - slot % Joined : slot;

    private Dictionary<int, Tally> Open(long slot)
    {
        if (_open.TryGetValue(slot, out var open)) return open;
        while (_open.Count >= MostOpen && _openInOrder.TryDequeue(out var oldest)) Pack(oldest);
        _open[slot] = open = [];
        _openInOrder.Enqueue(slot);
        if (_packed.TryGetValue(slot, out var packed))
        {
            AddUp(packed, open, static _ => true);
            RemovePacked(slot);
        }

        return open;
    }

    private void Pack(long slot)
    {
        if (!_open.Remove(slot, out var open)) return;
        var packed = Packed(open);

        // Joined meanwhile: it is added to what the joined one holds.
        var target = JoinedSlotOf(slot);
        if (target != slot || _packed.ContainsKey(slot))
        {
            Join(_packed.TryGetValue(target, out var there) ? [packed, there] : [packed], target);
            return;
        }

        PutPacked(slot, packed);
        while (PackedBytes > budget && JoinOldest()) { }
    }

    private bool JoinOldest()
    {
        var newest = _packed.Keys.Last();
        var isTwice = _joinedBefore > newest - JoinedTwice;
        var start = isTwice ? _joinedTwiceBefore : _joinedBefore;
        var first = _packed.Keys.FirstOrDefault(key => key >= start, long.MaxValue);
        var many = isTwice ? JoinedTwice : Joined;
        if (first == long.MaxValue || first > newest - JoinedTwice) return false;
        var target = first - first % many;
        long[] slots = [.. _packed.Keys.SkipWhile(key => key < target).TakeWhile(key => key < target + many)];
        byte[][] packed = [.. slots.Select(slot => _packed[slot])];
        foreach (var slot in slots) RemovePacked(slot);
        if (isTwice) _joinedTwiceBefore = target + many;
        else _joinedBefore = target + many;
        Join(packed, target);
        return true;
    }

    private void Join(IReadOnlyList<byte[]> packed, long target)
    {
        var joined = new Dictionary<int, Tally>();
        foreach (var bytes in packed) AddUp(bytes, joined, static _ => true);
        RemovePacked(target);
        PutPacked(target, Packed(joined));
    }

    private byte[] Packed(Dictionary<int, Tally> tallies)
    {
        _writer.Clear();
        foreach (var (number, tally) in tallies)
        {
            _one.Clear();
            tally.Write(_one);
            _writer.Write(number);
            _writer.Write(_one.Length);
            _writer.Write(_one);
        }

        return _writer.ToArray();
    }

    private void PutPacked(long slot, byte[] packed)
    {
        _packed[slot] = packed;
        PackedBytes += packed.Length;
    }

    private void RemovePacked(long slot)
    {
        if (_packed.Remove(slot, out var packed)) PackedBytes -= packed.Length;
    }

    private void AddUp(ReadOnlySpan<byte> packed, Dictionary<int, Tally> into, Func<int, bool> isWanted)
    {
        var reader = new CompactReader(packed);
        while (!reader.IsAtEnd)
        {
            var number = (int)reader.ReadNumber();
            var one = reader.Take((int)reader.ReadNumber());
            if (!isWanted(number)) continue;
            if (!into.TryGetValue(number, out var tally)) into[number] = tally = new Tally();
            tally.Add(ref one, series[number].Kind);
        }
    }
}
