using System.Buffers.Binary;
using System.Text;
using Resume2Website.Documents;

namespace Resume2Website.Screening;

/// <summary>Tells a file's format by its first bytes, without parsing anything.</summary>
internal static class FormatSignature
{
    /// <summary>How far into the file a PDF may begin: some programs put a few bytes before it (ISO 32000-1, annex H).</summary>
    private const int PdfHeaderWithin = 1024;

    /// <summary>How far the brands of a photo are looked through.</summary>
    private const int LongestBrands = 256;

    /// <summary>The format; text of any kind is <see cref="DocumentFormat.Text"/>, or <see cref="DocumentFormat.Json"/>.</summary>
    public static DocumentFormat Of(ReadOnlySpan<byte> content) => content switch
    {
        _ when content.StartsWith("%PDF-"u8) => DocumentFormat.Pdf,
        _ when content.StartsWith("PK\x03\x04"u8) => OfZip(content),
        [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, ..] => DocumentFormat.Doc,
        _ when content.StartsWith("{\\rtf"u8) => DocumentFormat.Rtf,
        [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, ..] => DocumentFormat.Png,
        [0xFF, 0xD8, 0xFF, ..] => DocumentFormat.Jpeg,
        [0x52, 0x49, 0x46, 0x46, _, _, _, _, 0x57, 0x45, 0x42, 0x50, ..] => DocumentFormat.WebP,
        [0x49, 0x49, 0x2A, 0x00, ..] or [0x4D, 0x4D, 0x00, 0x2A, ..] => DocumentFormat.Tiff,
        _ when IsHeic(content) => DocumentFormat.Heic,
        _ when content[..Math.Min(content.Length, PdfHeaderWithin)].IndexOf("%PDF-"u8) >= 0 => DocumentFormat.Pdf,
        _ when !TextSignature.IsText(content) => DocumentFormat.Unknown,
        _ => TextSignature.IsJson(content) ? DocumentFormat.Json : DocumentFormat.Text,
    };

    /// <summary>A package says what it is by the names of its parts, which stand unpacked in its directory at the end.</summary>
    private static DocumentFormat OfZip(ReadOnlySpan<byte> content)
    {
        if (content.IndexOf("mimetypeapplication/vnd.oasis.opendocument.text"u8) is >= 0 and < 128) return DocumentFormat.Odt;
        return content.IndexOf("[Content_Types].xml"u8) >= 0 && content.IndexOf("word/"u8) >= 0 ? DocumentFormat.Docx : DocumentFormat.Unknown;
    }

    /// <summary>The first box names the brand, and behind its version every other that the file keeps to (ISO/IEC 14496-12, 4.3); AVIF is packed in the same way.</summary>
    private static bool IsHeic(ReadOnlySpan<byte> content)
    {
        if (content.Length < 12 || !content[4..8].SequenceEqual("ftyp"u8)) return false;
        var end = (int)Math.Min(BinaryPrimitives.ReadUInt32BigEndian(content), (uint)Math.Min(content.Length, LongestBrands));
        for (var at = 8; at + 4 <= Math.Max(end, 12); at += 4)
        {
            if (Encoding.ASCII.GetString(content[at..(at + 4)]) is "heic" or "heix" or "heim" or "heis" or "hevc" or "hevx" or "hevm" or "hevs" or "mif1" or "msf1" or "avif" or "avis") return true;
        }

        return false;
    }
}
