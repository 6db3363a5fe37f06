using Resume2Website.Documents;
using Resume2Website.Reader.Word;
using Resume2Website.Screening;
using Format = Resume2Website.Documents.DocumentFormat;

namespace Resume2Website.Reader.Office;

/// <summary>
/// Reads what only an office program understands: Word 97, Rich Text and OpenDocument. The file is searched for active content here, before LibreOffice
/// sees it, and becomes a Word document, which keeps headings, lists, tables and links as such, while a PDF would only keep their looks.
/// </summary>
internal sealed class OfficeReader(OfficeProgram office) : IFormatReader
{
    public InspectionReport Inspect(DocumentSource source)
    {
        _ = office.Program;
        return source.Format switch
        {
            Format.Doc => DocInspection.Inspect(source),
            Format.Rtf => RtfInspection.Inspect(source),
            Format.Odt => OdtInspection.Inspect(source),
            _ => throw new DocumentException("file_type_unsupported"),
        };
    }

    public SourceDocument Read(DocumentSource source, Action<ReadingProgress> progress)
    {
        InspectionJudge.ThrowIfRefused(Inspect(source));
        var word = new DocumentSource(OfficeConversion.ToWord(office.Program, source, () => progress(new ReadingProgress(0, 1, IsRecognizing: true))), Format.Docx);
        var reader = new WordReader();
        // What the first search did not know may be plain in the result.
        InspectionJudge.ThrowIfRefused(reader.Inspect(word));
        return reader.Read(word, progress) with { Format = source.Format };
    }
}
