using System.Text;
using Resume2Website.Documents;

namespace Resume2Website.Reader.Text;

/// <summary>Finds the encoding of plain text: its byte order mark, else strict UTF-8, else UTF-16 by its zeros, else the likeliest one-byte encoding.</summary>
internal static class TextDecoding
{
    /// <summary>Decodes the bytes.</summary>
    /// <exception cref="DocumentException">They are not text.</exception>
    public static string Decode(ReadOnlySpan<byte> bytes)
    {
        var text = bytes switch
        {
            [0xEF, 0xBB, 0xBF, .. var rest] => Encoding.UTF8.GetString(rest),
            [0xFF, 0xFE, .. var rest] => Encoding.Unicode.GetString(rest),
            [0xFE, 0xFF, .. var rest] => Encoding.BigEndianUnicode.GetString(rest),
            _ => DecodeUnmarked(bytes),
        };
        if (text.Contains('\0', StringComparison.Ordinal)) throw new DocumentException("file_type_unsupported");
        return text;
    }

    private static string DecodeUnmarked(ReadOnlySpan<byte> bytes)
    {
        var zeros = bytes.Count((byte)0);
        if (zeros > bytes.Length / 4 && bytes.Length % 2 == 0)
        {
            return ZerosAtEven(bytes) > zeros / 2 ? Encoding.BigEndianUnicode.GetString(bytes) : Encoding.Unicode.GetString(bytes);
        }

        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return EncodingGuess.Decode(bytes);
        }
    }

    private static int ZerosAtEven(ReadOnlySpan<byte> bytes)
    {
        var count = 0;
        for (var i = 0; i < bytes.Length; i += 2)
        {
            if (bytes[i] == 0) count++;
        }

        return count;
    }
}
