using System.Buffers;
using System.Buffers.Binary;
using System.Text;
using Resume2Website.Documents;

namespace Resume2Website.Screening;

/// <summary>Finds files that are two things at once, which one program takes for a document and another for something else.</summary>
internal static class Polyglots
{
    private const int ZipEndLength = 22;
    private const int LongestZipComment = 65_535;
    private static readonly SearchValues<byte> Blanks = SearchValues.Create([0x20, 0x09, 0x0D, 0x0A, 0x00, 0xEF, 0xBB, 0xBF]);
    private static readonly string[] MarkupBeginnings = ["<!doctype", "<html", "<?xml", "<?php", "<script", "<svg", "#!/"];

    /// <summary>Whether the file is of another kind too.</summary>
    public static bool IsAnotherFileToo(DocumentFormat format, ReadOnlySpan<byte> content) => format switch
    {
        DocumentFormat.Pdf => !BeginsAsPdf(content) || EndsAsZip(content),
        DocumentFormat.Docx or DocumentFormat.Odt => content[..Math.Min(content.Length, 1024)].IndexOf("%PDF-"u8) >= 0,
        DocumentFormat.Text => BeginsAsMarkup(content),
        _ => false,
    };

    /// <summary>Only blanks and a byte order mark may stand before a PDF's header: anything else is the header of something else.</summary>
    private static bool BeginsAsPdf(ReadOnlySpan<byte> content)
    {
        var before = content[..content.IndexOf("%PDF-"u8)];
        return before.IndexOfAnyExcept(Blanks) < 0;
    }

    /// <summary>A ZIP is read from its end, where a record says how many bytes of comment follow (APPNOTE 4.3.16).</summary>
    private static bool EndsAsZip(ReadOnlySpan<byte> content)
    {
        var tail = content[^Math.Min(content.Length, ZipEndLength + LongestZipComment)..];
        for (var at = tail.LastIndexOf("PK\x05\x06"u8); at >= 0; at = tail[..at].LastIndexOf("PK\x05\x06"u8))
        {
            if (at + ZipEndLength <= tail.Length && at + ZipEndLength + BinaryPrimitives.ReadUInt16LittleEndian(tail[(at + 20)..]) == tail.Length) return true;
        }

        return false;
    }

    private static bool BeginsAsMarkup(ReadOnlySpan<byte> content)
    {
        var start = content.IndexOfAnyExcept(Blanks);
        var text = content[Math.Max(0, start)..];
        foreach (var mark in MarkupBeginnings)
        {
            if (text.Length >= mark.Length && Ascii.EqualsIgnoreCase(text[..mark.Length], mark)) return true;
        }

        return false;
    }
}
