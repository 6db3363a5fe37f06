using System.Text.RegularExpressions;
using Resume2Website.Documents;

namespace Resume2Website.Screening;

/// <summary>Compares the ending of a file's name with its content.</summary>
internal static partial class FileEndings
{
    /// <summary>Endings that hide a program before another ending; not those that are parts of honest names, such as "node.js" or "example.com".</summary>
    private static readonly string[] Programs = [".exe", ".scr", ".pif", ".bat", ".cmd", ".vbs", ".vbe", ".ps1", ".msi", ".lnk", ".hta", ".jar", ".sh", ".php", ".html", ".htm", ".svg"];

    /// <summary>The format that name and content agree on; null when they do not.</summary>
    public static DocumentFormat? Agree(string name, DocumentFormat format, ReadOnlySpan<byte> content)
    {
        var stem = Path.GetFileNameWithoutExtension(name);
        if (Programs.Any(ending => stem.EndsWith(ending, StringComparison.OrdinalIgnoreCase))) return null;
        return Ending().Match(name) is not { Success: true } ending
            ? WithoutEnding(format, content)
            : ending.Value.ToUpperInvariant() switch
            {
                ".PDF" => Only(DocumentFormat.Pdf),
                // A document with macros and a template have the same content; the reader tells what in it acts.
                ".DOCX" or ".DOCM" or ".DOTX" => Only(DocumentFormat.Docx),
                ".DOC" => Only(DocumentFormat.Doc),
                ".RTF" => Only(DocumentFormat.Rtf),
                ".ODT" => Only(DocumentFormat.Odt),
                ".PNG" => Only(DocumentFormat.Png),
                ".JPG" or ".JPEG" => Only(DocumentFormat.Jpeg),
                ".WEBP" => Only(DocumentFormat.WebP),
                ".TIF" or ".TIFF" => Only(DocumentFormat.Tiff),
                // What is broken in it is said where it is parsed, with the place.
                ".JSON" => format is DocumentFormat.Json or DocumentFormat.Text ? DocumentFormat.Json : null,
                ".TXT" or ".TEXT" => format is DocumentFormat.Text or DocumentFormat.Json ? DocumentFormat.Text : null,
                ".MD" or ".MARKDOWN" => format is DocumentFormat.Text or DocumentFormat.Json ? DocumentFormat.Markdown : null,
                _ => null,
            };

        DocumentFormat? Only(DocumentFormat expected) => format == expected ? format : null;
    }

    /// <summary>Whether a name says that the file is a photo of the kind that phones take and nothing here reads.</summary>
    public static bool NamesHeic(string name) => Path.GetExtension(name).ToUpperInvariant() is ".HEIC" or ".HEICS" or ".HEIF" or ".HIF" or ".AVIF";

    private static DocumentFormat WithoutEnding(DocumentFormat format, ReadOnlySpan<byte> content) =>
        format == DocumentFormat.Text && (content.StartsWith("# "u8) || content.IndexOf("\n## "u8) >= 0) ? DocumentFormat.Markdown : format;

    [GeneratedRegex(@"\.[A-Za-z][A-Za-z0-9]{1,7}$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Ending();
}
