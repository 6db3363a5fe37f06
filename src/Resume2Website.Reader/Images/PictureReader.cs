using Resume2Website.Documents;
using Resume2Website.Reader.Lines;
using Resume2Website.Reader.Ocr;

namespace Resume2Website.Reader.Images;

/// <summary>Reads PNG, JPEG and WebP: one page, recognized.</summary>
internal sealed class PictureReader(OcrTools tools) : IFormatReader
{
    public InspectionReport Inspect(DocumentSource source)
    {
        PictureDecoder.Check(source.Content);
        return new InspectionReport { Format = source.Format, Pages = 1, InflatedBytes = source.Content.Length };
    }

    public SourceDocument Read(DocumentSource source, Action<ReadingProgress> progress)
    {
        var pages = PageQueue.Read(1, (_, sign) => new PageRecognizer(tools).Recognize(PictureDecoder.Decode(source.Content), PageSize.PaperLongSide, sign), progress);
        return RecognizedDocument.Of(source.Format, pages);
    }
}
