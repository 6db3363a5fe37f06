using System.Buffers.Binary;

namespace LiveWorkflows.Metrics;

/// <summary>Reads what <see cref="CompactWriter"/> wrote.</summary>
internal ref struct CompactReader(ReadOnlySpan<byte> bytes)
{
    private ReadOnlySpan<byte> _rest = bytes;

    public readonly bool IsAtEnd => _rest.IsEmpty;

    public long ReadNumber()
    {
        var (value, shift) = (0UL, 0);
        while (true)
        {
            var next = _rest[0];
            _rest = _rest[1..];
            value |= (ulong)(next & 0x7f) << shift;
            if (next < 0x80) return (long)(value >> 1) ^ -(long)(value & 1);
            shift += 7;
        }
    }

    public double ReadReal()
    {
        var value = BinaryPrimitives.ReadDoubleLittleEndian(_rest);
        _rest = _rest[8..];
        return value;
    }

    /// <summary>A reader of the next bytes, which this one has passed.</summary>
    public CompactReader Take(int length)
    {
        var taken = new CompactReader(_rest[..length]);
        _rest = _rest[length..];
        return taken;
    }
}
