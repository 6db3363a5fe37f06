using System.Buffers.Binary;

namespace Resume2Website.Documents;

/// <summary>
/// The one form in which pictures leave the reader: a baseline JPEG of bounded size with tables and pixels and nothing else, so that it can hold no place
/// where it was taken, no name of a camera or a person, and nothing that a decoder could be led astray by.
/// </summary>
/// <remarks>
/// ITU-T T.81, annex B. The reader encodes every picture anew; the host looks at the markers alone and decodes nothing, because a reader that a document took
/// over could answer with anything.
/// </remarks>
public static class PlainJpeg
{
    /// <summary>The most pixels of its shorter side.</summary>
    public const int ShortSide = 512;

    /// <summary>The most pixels of its longer side.</summary>
    public const int LongSide = 1024;

    /// <summary>The most bytes.</summary>
    public const int MostBytes = 80 << 10;

    private const byte Start = 0xD8;
    private const byte End = 0xD9;
    private const byte BaselineFrame = 0xC0;
    private const byte HuffmanTables = 0xC4;
    private const byte QuantizationTables = 0xDB;
    private const byte Scan = 0xDA;
    private const byte FileHeader = 0xE0;

    /// <summary>Whether the bytes are such a picture.</summary>
    public static bool IsOne(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length is < 4 or > MostBytes || bytes[0] != 0xFF || bytes[1] != Start) return false;
        var hasFrame = false;
        for (var at = 2; at + 4 <= bytes.Length && bytes[at] == 0xFF;)
        {
            var (marker, length) = (bytes[at + 1], BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 2)..]));
            if (length < 2 || at + 2 + length > bytes.Length) return false;
            var segment = bytes.Slice(at + 4, length - 2);
            at += 2 + length;
            switch (marker)
            {
                case Scan:
                    return hasFrame && IsLast(bytes[at..]);
                case BaselineFrame when !hasFrame && IsFrame(segment):
                    hasFrame = true;
                    break;
                // A thumbnail would follow the fourteen bytes that every header has.
                case FileHeader when segment.Length == 14 && segment.StartsWith("JFIF\0"u8):
                case HuffmanTables or QuantizationTables:
                    break;
                default:
                    return false;
            }
        }

        return false;
    }

    /// <summary>The picture as a data URL.</summary>
    public static string ToDataUrl(ReadOnlySpan<byte> jpeg) => "data:image/jpeg;base64," + Convert.ToBase64String(jpeg);

    private static bool IsFrame(ReadOnlySpan<byte> segment)
    {
        if (segment.Length < 6 || segment[0] != 8) return false;
        var (height, width) = (BinaryPrimitives.ReadUInt16BigEndian(segment[1..]), BinaryPrimitives.ReadUInt16BigEndian(segment[3..]));
        return Math.Min(width, height) is > 0 and <= ShortSide && Math.Max(width, height) <= LongSide && segment[5] is 1 or 3;
    }

    /// <summary>In a scan 0xFF stands before 0 only, or before a restart; the one marker after it ends the file.</summary>
    private static bool IsLast(ReadOnlySpan<byte> scan)
    {
        for (var at = 0; at + 1 < scan.Length; at++)
        {
            if (scan[at] != 0xFF || scan[at + 1] is 0 or (>= 0xD0 and <= 0xD7)) continue;
            return scan[at + 1] == End && at + 2 == scan.Length;
        }

        return false;
    }
}
