using System.Collections.Concurrent;

namespace LiveWorkflows.Tracking;

/// <summary>A run of slots. Segments are used again, so that a busy workflow allocates none.</summary>
internal sealed class SlotSegment
{
    /// <summary>Slots in a segment: 14 KB, well below the large object heap.</summary>
    public const int Capacity = 256;

    private const int Kept = 256;
    private static readonly ConcurrentBag<SlotSegment> Pool = [];

    public readonly EventSlot[] Slots = new EventSlot[Capacity];
    public int Count;
    public SlotSegment? Next;

    public static SlotSegment Rent() => Pool.TryTake(out var segment) ? segment : new SlotSegment();

    public static void Return(SlotSegment segment)
    {
        Array.Clear(segment.Slots, 0, segment.Count);
        segment.Count = 0;
        segment.Next = null;
        if (Pool.Count < Kept) Pool.Add(segment);
    }
}
