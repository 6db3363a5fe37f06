using Resume2Website.Documents;
using Resume2Website.Reader.Lines;
using Resume2Website.Reader.Ocr;
using Resume2Website.Reader.Portraits;
using UglyToad.PdfPig.Content;

namespace Resume2Website.Reader.Pdf;

/// <summary>Reads PDFs: letters to lines, with links and looks. Pages that hold no text, or none that makes sense, are recognized from their pictures.</summary>
internal sealed class PdfReader(OcrTools tools) : IFormatReader
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
        var (pages, portrait) = ReadText(source, progress);
        return ReadLines(source, pages, progress) with { Portrait = portrait };
    }

    private SourceDocument ReadLines(DocumentSource source, List<PdfPage> pages, Action<ReadingProgress> progress)
    {
        var pictures = pages.Where(page => page.IsPicture).ToList();
        var isNonsense = pictures.Count == 0 && IsNonsense(pages);
        if (pictures.Count == 0 && !isNonsense) return Document(source, pages, isRecognized: false);
        try
        {
            var recognized = Recognize(source, pages, isNonsense ? pages : pictures, progress);
            // What makes no more sense as a picture is in a language that nobody here knows: the text is more exact.
            if (!isNonsense || !IsNonsense(recognized)) return Document(source, recognized, isRecognized: true);
        }
        catch (DocumentException exception) when (exception.Code == "recognition_unavailable" && pages.Exists(page => page.Lines.Count > 0))
        {
            // Where nothing can be recognized, the text is all there is.
        }

        return Document(source, pages, isRecognized: false);
    }

    private static bool IsNonsense(List<PdfPage> pages) => TextLayer.IsNonsense([.. pages.SelectMany(page => page.Lines)]);

    private static (List<PdfPage> Pages, SourcePortrait? Portrait) ReadText(DocumentSource source, Action<ReadingProgress> progress)
    {
        var filters = new BudgetedFilters(new InflationBudget(source.Content.Length));
        using var document = PdfOpening.Open(source, filters);
        var pages = new List<PdfPage>();
        var illustrated = new List<Page>();
        progress(new ReadingProgress(0, document.NumberOfPages));
        for (var number = 1; number <= document.NumberOfPages; number++)
        {
            var page = document.GetPage(number);
            var lines = ReadPage(page);
            pages.Add(new PdfPage(number, Math.Round(page.Width, 2), Math.Round(page.Height, 2), lines, TextLayer.IsMissing(page, lines)));
            // What a scanned page shows is the page.
            if (number <= PortraitFinder.Pages && page.NumberOfImages > 0 && !pages[^1].IsPicture) illustrated.Add(page);
            progress(new ReadingProgress(number, document.NumberOfPages));
        }

        // Last of all, so that no picture takes the budget from the text.
        return (pages, PortraitFinder.Find(illustrated.SelectMany(page => PagePictures.Of(page, filters)), picture => PagePictures.BoxOf(picture, pages[picture.Page - 1].Height)));
    }

    private List<PdfPage> Recognize(DocumentSource source, List<PdfPage> pages, List<PdfPage> wanted, Action<ReadingProgress> progress)
    {
        if (wanted.Count > ReadingLimits.RecognizedPages) throw new DocumentException("too_many_pages");
        var drawn = new DrawnPages(tools, source.Content, source.Password);
        var recognizer = new PageRecognizer(tools);
        var already = pages.Count - wanted.Count;
        var found = PageQueue.Read(
            wanted.Count,
            (index, sign) => recognizer.Recognize(drawn.Draw(wanted[index].Number), Math.Max(wanted[index].Width, wanted[index].Height), sign),
            done => progress(done with { PagesRead = already + done.PagesRead, PageCount = pages.Count }));
        var byNumber = wanted.Zip(found).ToDictionary(pair => pair.First.Number, pair => pair.Second);
        return [.. pages.Select(page => byNumber.TryGetValue(page.Number, out var read) ? page with { Width = read.Width, Height = read.Height, Lines = read.Lines } : page)];
    }

    private static SourceDocument Document(DocumentSource source, List<PdfPage> pages, bool isRecognized)
    {
        var lines = new LineCollector();
        foreach (var page in pages)
        {
            foreach (var line in page.Lines) lines.Add(line with { Page = page.Number });
        }

        IReadOnlyList<SourcePage> sizes = [.. pages.Select(page => new SourcePage(page.Number, page.Width, page.Height))];
        var read = lines.Finish(source.Format, sizes);
        return read with { Lines = RunningLines.Mark(read.Lines, sizes), IsRecognized = isRecognized };
    }

    private static IReadOnlyList<SourceLine> ReadPage(Page page)
    {
        var segments = LineAssembler.Assemble(PageLetters.Of(page));
        var links = PageLinks.Of(page);
        return PageLinks.PlaceOrphans([.. segments.Select(segment => segment.ToLine(page, links)).Where(line => line.Text.Length > 0)], links, page);
    }
}
