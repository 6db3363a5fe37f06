using DocumentFormat.OpenXml.Packaging;
using Resume2Website.Documents;
using Resume2Website.Reader.Lines;
using Resume2Website.Reader.Portraits;

namespace Resume2Website.Reader.Word;

/// <summary>Reads Word documents (Office Open XML): headers, body with tables and text boxes, footers.</summary>
internal sealed class WordReader : IFormatReader
{
    public InspectionReport Inspect(DocumentSource source)
    {
        var check = PackageCheck.Run(source.Content);
        using var document = Open(source);
        return new InspectionReport
        {
            Format = source.Format,
            Pages = 1,
            ActiveContent = [.. WordActiveContent.Of(document).Order(StringComparer.Ordinal)],
            HasTestVirus = check.HasTestVirus,
            InflatedBytes = check.InflatedBytes,
        };
    }

    public SourceDocument Read(DocumentSource source, Action<ReadingProgress> progress)
    {
        PackageCheck.Run(source.Content);
        using var document = Open(source);
        var lines = new LineCollector();
        new WordWalk(document.MainDocumentPart!, lines).Run();
        progress(new ReadingProgress(1, 1));
        return lines.Finish(source.Format, [new SourcePage(1)]) with { Portrait = PortraitFinder.Find(WordPictures.Of(document.MainDocumentPart!), _ => null) };
    }

    private static WordprocessingDocument Open(DocumentSource source)
    {
        var stream = new MemoryStream(source.Content.ToArray(), writable: false);
        var document = WordprocessingDocument.Open(stream, isEditable: false, new OpenSettings { MaxCharactersInPart = ReadingLimits.InflatedBytes, AutoSave = false });
        if (document.MainDocumentPart?.Document?.Body is not null) return document;
        document.Dispose();
        throw new DocumentException("file_damaged");
    }
}
