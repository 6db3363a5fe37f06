using LiveWorkflows.EventLog;
using LiveWorkflows.Events;

namespace LiveWorkflows.Live;

/// <summary>Consecutive events of one workflow as the bytes of Server-Sent Events, one behind the other, made once and shared by every stream.</summary>
internal sealed class FrameBlock
{
    /// <summary>Bytes after which the next block begins; a single larger event has a block of its own.</summary>
    public const int TargetBytes = 16 * 1024;

    /// <summary>What a block takes in memory besides its bytes, roughly.</summary>
    private const int Overhead = 160;

    private readonly byte[] _bytes;
    private readonly int[] _starts;

    private FrameBlock(long firstSequence, byte[] bytes, int[] starts, string lastType) =>
        (FirstSequence, _bytes, _starts, TerminalType) = (firstSequence, bytes, starts, WorkflowEventSerializer.IsTerminal(lastType) ? lastType : null);

    public long FirstSequence { get; }

    public int Count => _starts.Length;

    public long LastSequence => FirstSequence + Count - 1;

    /// <summary>The name of the last event, when the workflow ends with it.</summary>
    public string? TerminalType { get; }

    /// <summary>Roughly what the block takes in memory.</summary>
    public int Size => _bytes.Length + _starts.Length * sizeof(int) + Overhead;

    /// <summary>Where the block is kept, and the block that came next, over all workflows; see <see cref="RecentBlocks"/>.</summary>
    public WorkflowChannel? Channel { get; set; }

    public FrameBlock? Older { get; set; }

    public FrameBlock? Newer { get; set; }

    /// <summary>Frames events whose numbers follow one another, from <paramref name="from"/>, up to <paramref name="targetBytes"/> or the first gap; tells how many.</summary>
    public static FrameBlock Of(IReadOnlyList<NewEvent> events, int from, out int count, int targetBytes = TargetBytes)
    {
        var size = 0;
        for (count = 0; from + count < events.Count; count++)
        {
            var next = events[from + count];
            if (count > 0 && next.Sequence != events[from].Sequence + count) break;
            var length = FrameFormat.LengthOf(next.Sequence, next.Type, next.Data.Length);
            if (count > 0 && size + length > targetBytes) break;
            size += length;
        }

        var (bytes, starts, at) = (GC.AllocateUninitializedArray<byte>(size), new int[count], 0);
        for (var i = 0; i < count; i++)
        {
            starts[i] = at;
            var item = events[from + i];
            at += FrameFormat.Write(bytes.AsSpan(at), item.Sequence, item.Type, item.Data.Span);
        }

        return new FrameBlock(events[from].Sequence, bytes, starts, events[from + count - 1].Type);
    }

    /// <summary>The bytes of the frames from one index up to another.</summary>
    public ReadOnlyMemory<byte> Bytes(int from, int to) => _bytes.AsMemory(_starts[from], End(to) - _starts[from]);

    /// <summary>How many frames from an index on fit into so many bytes; at least one.</summary>
    public int Fitting(int from, int to, int bytes)
    {
        var fitting = to;
        while (fitting > from + 1 && End(fitting) - _starts[from] > bytes) fitting--;
        return fitting - from;
    }

    private int End(int index) => index == _starts.Length ? _bytes.Length : _starts[index];
}
