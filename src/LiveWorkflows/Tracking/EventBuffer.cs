namespace LiveWorkflows.Tracking;

/// <summary>
/// What happened in one workflow and is not composed yet. Appending takes a short lock and wakes no thread, but for the first event after a
/// pause: the pump comes by itself.
/// </summary>
internal sealed class EventBuffer(Backlog backlog, EventPump pump)
{
    private readonly Lock _gate = new();
    private SlotSegment? _first;
    private SlotSegment? _last;
    private int _steps;
    private int _capacity = SlotSegment.Small;
    private bool _closed;

    /// <summary>Whether anything waits to be composed.</summary>
    public bool HasPending => Volatile.Read(ref _first) is not null;

    /// <summary>Notes something; false when the workflow has ended and nothing more is taken.</summary>
    public bool Append(in EventSlot slot, bool closes = false)
    {
        var grew = 0;
        lock (_gate)
        {
            if (_closed) return false;
            _closed = closes;
            Put(slot, ref grew);
        }

        if (grew > 0) Grew(grew);
        return true;
    }

    /// <summary>Notes the beginning of a step and gives it its index; -1 when the workflow has ended.</summary>
    public int AppendStep(EventSlot slot)
    {
        var grew = 0;
        lock (_gate)
        {
            if (_closed) return -1;
            slot.Index = _steps++;
            Put(slot, ref grew);
        }

        if (grew > 0) Grew(grew);
        return slot.Index;
    }

    /// <summary>Takes nothing more from now on.</summary>
    public void Close()
    {
        lock (_gate) _closed = true;
    }

    /// <summary>Takes everything that waits; the caller returns the segments.</summary>
    public SlotSegment? TakeAll()
    {
        if (!HasPending) return null;
        lock (_gate)
        {
            var first = _first;
            _first = _last = null;

            // Who says little between two visits of the pump gets small segments.
            _capacity = first?.Next is null && first?.Count <= SlotSegment.Small ? SlotSegment.Small : SlotSegment.Large;
            return first;
        }
    }

    private void Grew(int slots)
    {
        pump.ComeIfAtRest();
        backlog.Grew(slots);
    }

    private void Put(in EventSlot slot, ref int grew)
    {
        var segment = _last;
        if (segment is null || segment.Count == segment.Slots.Length)
        {
            if (_last is not null) _capacity = SlotSegment.Large;
            segment = SlotSegment.Rent(_capacity);
            if (_last is null) _first = segment;
            else _last.Next = segment;
            _last = segment;
            grew = _capacity;
        }

        segment.Slots[segment.Count++] = slot;
    }
}
