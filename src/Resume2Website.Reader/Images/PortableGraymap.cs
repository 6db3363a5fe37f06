using System.Buffers.Text;

namespace Resume2Website.Reader.Images;

/// <summary>Reads portable graymaps (binary PGM, 8 bits), the form in which pages are drawn for recognition.</summary>
internal static class PortableGraymap
{
    /// <summary>The picture; null when the bytes are none, or not all of it.</summary>
    public static GrayPicture? Parse(ReadOnlySpan<byte> content)
    {
        if (!content.StartsWith("P5"u8)) return null;
        var rest = content[2..];
        if (Number(ref rest) is not { } width || Number(ref rest) is not { } height || Number(ref rest) is not 255) return null;
        if (rest.IsEmpty || width <= 0 || height <= 0 || (long)width * height > rest.Length - 1) return null;
        return new GrayPicture(width, height, rest.Slice(1, width * height).ToArray());
    }

    private static int? Number(ref ReadOnlySpan<byte> rest)
    {
        rest = rest.TrimStart(" \t\r\n"u8);
        if (!Utf8Parser.TryParse(rest, out int number, out var length)) return null;
        rest = rest[length..];
        return number;
    }
}
