using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace Resume2Website.Screening;

/// <summary>Tells whether bytes are text, and JSON among it.</summary>
internal static class TextSignature
{
    /// <summary>How much of a file is looked at.</summary>
    private const int Sample = 64 << 10;

    /// <summary>Whether the bytes are text in UTF-8, UTF-16 or a one-byte encoding: next to no control characters.</summary>
    public static bool IsText(ReadOnlySpan<byte> content)
    {
        var sample = content[..Math.Min(content.Length, Sample)];
        if (sample is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..]) return sample.Length % 2 == 0 || sample.Length == Sample;
        if (Utf8.IsValid(content)) return CountControls(sample) == 0;
        return LooksLikeUtf16(sample) || (CountControls(sample) == 0 && HasWords(sample));
    }

    /// <summary>Whether the text is one JSON object.</summary>
    public static bool IsJson(ReadOnlySpan<byte> content)
    {
        var text = content is [0xEF, 0xBB, 0xBF, ..] ? content[3..] : content;
        var start = text.IndexOfAnyExcept(" \t\r\n"u8);
        if (start < 0 || text[start] != (byte)'{') return false;
        try
        {
            var reader = new Utf8JsonReader(text);
            return reader.Read() && reader.Read() && reader.TokenType is JsonTokenType.PropertyName or JsonTokenType.EndObject;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static int CountControls(ReadOnlySpan<byte> sample)
    {
        var count = 0;
        foreach (var value in sample)
        {
            // Tab, line feed, form feed, carriage return, and the end-of-file mark of old systems are part of texts.
            if (value < 0x20 && value is not (0x09 or 0x0A or 0x0C or 0x0D or 0x1A)) count++;
        }

        return count;
    }

    /// <summary>Latin text in UTF-16 without a mark has a zero in every other byte.</summary>
    private static bool LooksLikeUtf16(ReadOnlySpan<byte> sample)
    {
        if (sample.Length < 4 || sample.Length % 2 != 0) return false;
        Span<int> zeros = [0, 0];
        for (var i = 0; i < sample.Length; i++)
        {
            if (sample[i] == 0) zeros[i % 2]++;
        }

        return Math.Max(zeros[0], zeros[1]) > sample.Length * 0.4 && Math.Min(zeros[0], zeros[1]) < sample.Length * 0.01;
    }

    /// <summary>Bytes of a one-byte encoding are told from packed data by their letters and spaces.</summary>
    private static bool HasWords(ReadOnlySpan<byte> sample)
    {
        var plain = 0;
        foreach (var value in sample)
        {
            // From 0xC0 on, the encodings of Europe have letters; Cyrillic texts have hardly any others.
            if (value is 0x20 or >= 0xC0 || char.IsAsciiLetter((char)value)) plain++;
        }

        return plain > sample.Length * 0.5;
    }
}
