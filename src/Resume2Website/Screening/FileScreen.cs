using System.Buffers;
using Resume2Website.Documents;

namespace Resume2Website.Screening;

/// <summary>Judges a file from outside, before any parser sees it: size, content, kind, name.</summary>
public static class FileScreen
{
    /// <summary>The most bytes of a file, where nothing else is set.</summary>
    public const long DefaultMaxBytes = 10_000_000;

    private static readonly SearchValues<byte> Blanks = SearchValues.Create(" \t\r\n\f\v\0"u8);

    /// <summary>Judges a file.</summary>
    /// <param name="fileName">The name that it was given; null or empty when it has none.</param>
    /// <param name="content">Its bytes.</param>
    /// <param name="maxBytes">The most bytes that are allowed.</param>
    public static ScreeningResult Screen(string? fileName, ReadOnlyMemory<byte> content, long maxBytes = DefaultMaxBytes)
    {
        var name = Screening.FileName.Clean(fileName);
        if (content.Length > maxBytes) return Refuse("file_too_large");
        if (IsBlank(content.Span)) return Refuse("file_empty");
        if (EicarSearch.Find(content.Span)) return Refuse("malware_found");

        var format = FormatSignature.Of(content.Span);
        // Photos of a phone are often renamed, and what is called one may be packed in yet another way: the advice is the same.
        if (format == DocumentFormat.Heic || (format == DocumentFormat.Unknown && FileEndings.NamesHeic(name))) return Refuse("picture_unsupported");
        if (format == DocumentFormat.Unknown) return Refuse("file_type_unsupported");
        if (format == DocumentFormat.Doc && OfficeEncryption.Covers(content.Span)) return Refuse("password_unsupported");
        if (Polyglots.IsAnotherFileToo(format, content.Span)) return Refuse("file_type_mismatch");
        return FileEndings.Agree(name, format, content.Span) is { } agreed
            ? new ScreeningResult { Format = agreed, FileName = name }
            : Refuse("file_type_mismatch");

        ScreeningResult Refuse(string code) => new() { Format = DocumentFormat.Unknown, FileName = name, Code = code };
    }

    private static bool IsBlank(ReadOnlySpan<byte> content)
    {
        if (content is [0xEF, 0xBB, 0xBF, .. var rest]) content = rest;
        if (content is [0xFF, 0xFE, .. var little]) content = little;
        if (content is [0xFE, 0xFF, .. var big]) content = big;
        return content.IndexOfAnyExcept(Blanks) < 0;
    }
}
