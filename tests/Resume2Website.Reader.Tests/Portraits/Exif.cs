using System.Buffers.Binary;

namespace Resume2Website.Reader.Tests.Portraits;

/// <summary>The EXIF part of a JPEG, as a telephone writes it (CIPA DC-008).</summary>
internal static class Exif
{
    /// <summary>A segment with an orientation, and a place to the second of a degree.</summary>
    public static byte[] WithPlace(int orientation)
    {
        var body = new byte[140];
        "Exif\0\0"u8.CopyTo(body);
        var tiff = body.AsSpan(6);
        "MM\0*"u8.CopyTo(tiff);
        BinaryPrimitives.WriteInt32BigEndian(tiff[4..], 8);
        BinaryPrimitives.WriteInt16BigEndian(tiff[8..], 2);
        Entry(tiff[10..], tag: 0x0112, type: 3, count: 1, value: orientation << 16);
        Entry(tiff[22..], tag: 0x8825, type: 4, count: 1, value: 38);
        BinaryPrimitives.WriteInt16BigEndian(tiff[38..], 2);
        Entry(tiff[40..], tag: 1, type: 2, count: 2, value: 'N' << 24);
        Entry(tiff[52..], tag: 2, type: 5, count: 3, value: 68);
        foreach (var (part, at) in new[] { 52, 30, 59 }.Select((part, i) => (part, 68 + (8 * i))))
        {
            BinaryPrimitives.WriteInt32BigEndian(tiff[at..], part);
            BinaryPrimitives.WriteInt32BigEndian(tiff[(at + 4)..], 1);
        }

        "GPS-OF-HOME"u8.CopyTo(body.AsSpan(120));
        return [0xFF, 0xE1, 0, (byte)(body.Length + 2), .. body];
    }

    private static void Entry(Span<byte> at, short tag, short type, int count, int value)
    {
        BinaryPrimitives.WriteInt16BigEndian(at, unchecked((short)(ushort)tag));
        BinaryPrimitives.WriteInt16BigEndian(at[2..], type);
        BinaryPrimitives.WriteInt32BigEndian(at[4..], count);
        BinaryPrimitives.WriteInt32BigEndian(at[8..], value);
    }

    private static void Entry(Span<byte> at, int tag, short type, int count, int value) => Entry(at, unchecked((short)(ushort)tag), type, count, value);
}
