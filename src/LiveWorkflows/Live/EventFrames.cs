namespace LiveWorkflows.Live;

/// <summary>Consecutive events of a workflow as the bytes of Server-Sent Events, made once and shared by every stream.</summary>
public readonly struct EventFrames
{
    private readonly FrameBlock? _block;
    private readonly int _from;
    private readonly int _to;

    internal EventFrames(FrameBlock block, int from, int to) => (_block, _from, _to) = (block, from, to);

    /// <summary>Whether there are none.</summary>
    public bool IsEmpty => _from == _to;

    /// <summary>How many events they are.</summary>
    public int Count => _to - _from;

    /// <summary>The number of the first event; 0 when there is none.</summary>
    public long FirstSequence => IsEmpty ? 0 : _block!.FirstSequence + _from;

    /// <summary>The number of the last event; 0 when there is none.</summary>
    public long LastSequence => IsEmpty ? 0 : _block!.FirstSequence + _to - 1;

    /// <summary>All frames in UTF-8, each with <c>id</c>, <c>event</c>, <c>data</c> and its empty line.</summary>
    public ReadOnlyMemory<byte> Bytes => IsEmpty ? default : _block!.Bytes(_from, _to);

    /// <summary>The name of the last event, when the workflow ends with it.</summary>
    public string? TerminalType => !IsEmpty && _to == _block!.Count ? _block.TerminalType : null;

    /// <summary>As many of the first of them as fit into so many bytes; at least one.</summary>
    internal EventFrames Take(int bytes) => IsEmpty ? this : new EventFrames(_block!, _from, _from + _block!.Fitting(_from, _to, bytes));

    /// <summary>Those with numbers above <paramref name="sequence"/>.</summary>
    internal EventFrames After(long sequence) =>
        IsEmpty || sequence >= LastSequence ? default : new EventFrames(_block!, (int)Math.Max(_from, sequence + 1 - _block!.FirstSequence), _to);
}
