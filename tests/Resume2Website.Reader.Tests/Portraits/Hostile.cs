using System.Buffers.Binary;

namespace Resume2Website.Reader.Tests.Portraits;

/// <summary>Pictures that lie.</summary>
internal static class Hostile
{
    /// <summary>A JPEG that says it has another size.</summary>
    public static byte[] Resized(byte[] jpeg, ushort width, ushort height)
    {
        var copy = (byte[])jpeg.Clone();
        var frame = copy.AsSpan(copy.AsSpan().IndexOf((ReadOnlySpan<byte>)[0xFF, 0xC0]));
        BinaryPrimitives.WriteUInt16BigEndian(frame[5..], height);
        BinaryPrimitives.WriteUInt16BigEndian(frame[7..], width);
        return copy;
    }
}
