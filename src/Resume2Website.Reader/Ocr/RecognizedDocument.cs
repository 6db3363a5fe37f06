using Resume2Website.Documents;
using Resume2Website.Reader.Lines;
using Format = Resume2Website.Documents.DocumentFormat;

namespace Resume2Website.Reader.Ocr;

/// <summary>Puts recognized pages together.</summary>
internal static class RecognizedDocument
{
    /// <summary>The document of the pages.</summary>
    /// <exception cref="DocumentException">Nothing could be read on any of them.</exception>
    public static SourceDocument Of(Format format, IReadOnlyList<RecognizedPage> pages)
    {
        var lines = new LineCollector();
        foreach (var (index, page) in pages.Index())
        {
            foreach (var line in page.Lines) lines.Add(line with { Page = index + 1 });
        }

        return lines.Finish(format, [.. pages.Select((page, index) => new SourcePage(index + 1, page.Width, page.Height))]) with { IsRecognized = true };
    }
}
