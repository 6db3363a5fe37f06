using System.Collections.Concurrent;

namespace LiveWorkflows.Tracking;

/// <summary>A run of slots. Segments are used again, so that a busy workflow allocates none.</summary>
internal sealed class SlotSegment
{
    /// <summary>Slots in the segment of a workflow that says little: under 1 KB, so that ten thousand of them are no burden.</summary>
    public const int Small = 16;

    /// <summary>Slots in the segment of a busy workflow: 14 KB, well below the large object heap.</summary>
    public const int Large = 256;

    private const int KeptSlots = 256 * Large;
    private static readonly ConcurrentQueue<SlotSegment> SmallOnes = new();
    private static readonly ConcurrentQueue<SlotSegment> LargeOnes = new();
    private static int _keptSlots;

    /// <summary>Memory of the segments that wait to be used again.</summary>
    public static long KeptBytes => (long)Volatile.Read(ref _keptSlots) * System.Runtime.CompilerServices.Unsafe.SizeOf<EventSlot>();

    public readonly EventSlot[] Slots;
    public int Count;
    public SlotSegment? Next;

    private SlotSegment(int capacity) => Slots = new EventSlot[capacity];

    public static SlotSegment Rent(int capacity)
    {
        if (!Of(capacity).TryDequeue(out var segment)) return new SlotSegment(capacity);
        Interlocked.Add(ref _keptSlots, -capacity);
        return segment;
    }

    public static void Return(SlotSegment segment)
    {
        Array.Clear(segment.Slots, 0, segment.Count);
        segment.Count = 0;
        segment.Next = null;
        if (Interlocked.Add(ref _keptSlots, segment.Slots.Length) <= KeptSlots) Of(segment.Slots.Length).Enqueue(segment);
        else Interlocked.Add(ref _keptSlots, -segment.Slots.Length);
    }

    private static ConcurrentQueue<SlotSegment> Of(int capacity) => capacity == Small ? SmallOnes : LargeOnes;
}
