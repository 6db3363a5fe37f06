using Resume2Website.Documents;

namespace Resume2Website.Server.Operators;

/// <summary>A kind of files that is taken.</summary>
/// <param name="Name">What people call it.</param>
/// <param name="Endings">The endings of such files' names, with their dots.</param>
/// <param name="IsPicture">Whether several are the pages of one CV.</param>
internal sealed record AcceptedFormat(string Name, IReadOnlyList<string> Endings, bool IsPicture = false)
{
    private static readonly (DocumentFormat Format, AcceptedFormat Kind)[] All =
    [
        (DocumentFormat.Pdf, new("PDF", [".pdf"])),
        (DocumentFormat.Docx, new("Word (.docx)", [".docx"])),
        (DocumentFormat.Doc, new("Word 97 (.doc)", [".doc"])),
        (DocumentFormat.Rtf, new("Rich Text", [".rtf"])),
        (DocumentFormat.Odt, new("OpenDocument", [".odt"])),
        (DocumentFormat.Text, new("text", [".txt", ".text"])),
        (DocumentFormat.Markdown, new("Markdown", [".md", ".markdown"])),
        (DocumentFormat.Json, new("JSON Resume", [".json"])),
        (DocumentFormat.Jpeg, new("scans and photos of its pages", [".jpg", ".jpeg", ".png", ".webp"], IsPicture: true)),
        (DocumentFormat.Tiff, new("TIFF", [".tif", ".tiff"], IsPicture: true)),
    ];

    /// <summary>The kinds that can be read with the programs that are there.</summary>
    public static IReadOnlyList<AcceptedFormat> With(DocumentPrograms programs) => [.. All.Where(known => programs.CanRead(known.Format)).Select(known => known.Kind)];
}
