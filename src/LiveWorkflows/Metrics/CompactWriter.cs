using System.Buffers.Binary;

namespace LiveWorkflows.Metrics;

/// <summary>Writes whole numbers in as few bytes as they need (LEB128), so that what is only kept for reports is small.</summary>
internal sealed class CompactWriter
{
    private byte[] _bytes = new byte[256];

    public int Length { get; private set; }

    public void Clear() => Length = 0;

    public void Write(long number)
    {
        Reserve(10);
        // Zigzag: small negative numbers are small too.
        var rest = (ulong)(number << 1) ^ (ulong)(number >> 63);
        for (; rest >= 0x80; rest >>= 7) _bytes[Length++] = (byte)(rest | 0x80);
        _bytes[Length++] = (byte)rest;
    }

    public void Write(double number)
    {
        Reserve(8);
        BinaryPrimitives.WriteDoubleLittleEndian(_bytes.AsSpan(Length), number);
        Length += 8;
    }

    public void Write(CompactWriter other)
    {
        Reserve(other.Length);
        other._bytes.AsSpan(0, other.Length).CopyTo(_bytes.AsSpan(Length));
        Length += other.Length;
    }

    public byte[] ToArray() => _bytes.AsSpan(0, Length).ToArray();

    private void Reserve(int more)
    {
        if (Length + more > _bytes.Length) Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, Length + more));
    }
}
