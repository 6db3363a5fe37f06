using System.Buffers.Text;
using System.Text;

namespace LiveWorkflows.Live;

/// <summary>How an event is written as a Server-Sent Event: <c>id</c>, <c>event</c>, <c>data</c> and an empty line.</summary>
/// <remarks>The data is JSON on one line and the type is of our own making, so neither can forge a frame.</remarks>
internal static class FrameFormat
{
    private const int Fixed = 4 + 8 + 7 + 2;

    public static int LengthOf(long sequence, string type, int dataLength) => Fixed + DigitsOf(sequence) + Encoding.UTF8.GetByteCount(type) + dataLength;

    public static int Write(Span<byte> into, long sequence, string type, ReadOnlySpan<byte> data)
    {
        "id: "u8.CopyTo(into);
        var at = 4;
        Utf8Formatter.TryFormat(sequence, into[at..], out var digits);
        at += digits;
        "\nevent: "u8.CopyTo(into[at..]);
        at += 8;
        at += Encoding.UTF8.GetBytes(type, into[at..]);
        "\ndata: "u8.CopyTo(into[at..]);
        at += 7;
        data.CopyTo(into[at..]);
        at += data.Length;
        into[at++] = (byte)'\n';
        into[at++] = (byte)'\n';
        return at;
    }

    private static int DigitsOf(long value)
    {
        var digits = 1;
        for (; value >= 10; value /= 10) digits++;
        return digits;
    }
}
