using Resume2Website.Documents;
using Resume2Website.Reader.Lines;
using UglyToad.PdfPig.Content;

namespace Resume2Website.Reader.Pdf;

/// <summary>Reads PDFs: letters to lines, with links and looks.</summary>
internal sealed class PdfReader : IFormatReader
{
    public InspectionReport Inspect(DocumentSource source)
    {
        var budget = new InflationBudget(source.Content.Length);
        try
        {
            using var document = PdfOpening.Open(source, budget);
            return PdfInspection.Inspect(document, source, budget);
        }
        catch (DocumentException exception) when (exception.Code == "file_encrypted")
        {
            return new InspectionReport { Format = source.Format, Pages = 0, IsEncrypted = true };
        }
    }

    public SourceDocument Read(DocumentSource source, Action<ReadingProgress> progress)
    {
        using var document = PdfOpening.Open(source, new InflationBudget(source.Content.Length));
        var pages = new List<SourcePage>();
        var lines = new LineCollector();
        progress(new ReadingProgress(0, document.NumberOfPages));
        for (var number = 1; number <= document.NumberOfPages; number++)
        {
            var page = document.GetPage(number);
            pages.Add(new SourcePage(number, Math.Round(page.Width, 2), Math.Round(page.Height, 2)));
            foreach (var line in ReadPage(page)) lines.Add(line);
            progress(new ReadingProgress(number, document.NumberOfPages));
        }

        var read = lines.Finish(source.Format, pages);
        return read with { Lines = RunningLines.Mark(read.Lines, pages) };
    }

    private static IReadOnlyList<SourceLine> ReadPage(Page page)
    {
        var segments = LineAssembler.Assemble(PageLetters.Of(page));
        var links = PageLinks.Of(page);
        return PageLinks.PlaceOrphans([.. segments.Select(segment => segment.ToLine(page, links)).Where(line => line.Text.Length > 0)], links, page);
    }
}
