using Resume2Website.Documents;
using Resume2Website.Reader.Ocr;
using Resume2Website.Reader.Pdf;
using SkiaSharp;

namespace Resume2Website.Reader.Images;

/// <summary>Reads TIFFs: every page, recognized.</summary>
internal sealed class TiffReader(OcrTools tools) : IFormatReader
{
    public InspectionReport Inspect(DocumentSource source) =>
        new() { Format = source.Format, Pages = Pages(source).Count, InflatedBytes = source.Content.Length };

    public SourceDocument Read(DocumentSource source, Action<ReadingProgress> progress)
    {
        var pages = Pages(source);
        var recognizer = new PageRecognizer(tools);
        return RecognizedDocument.Of(source.Format, PageQueue.Read(pages.Count, (index, sign) => recognizer.Recognize(Draw(pages[index]), PageSize.PaperLongSide, sign), progress));
    }

    private static IReadOnlyList<TiffPage> Pages(DocumentSource source)
    {
        var pages = TiffFile.Pages(source.Content);
        return pages.Count <= ReadingLimits.RecognizedPages ? pages : throw new DocumentException("too_many_pages");
    }

    private GrayPicture Draw(TiffPage page) =>
        PictureDecoder.Upright(new DrawnPages(tools, TiffAsPdf.Wrap(page), password: null).Draw(1), (SKEncodedOrigin)page.Orientation);
}
