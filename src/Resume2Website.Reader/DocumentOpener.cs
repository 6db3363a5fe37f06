using System.Text.RegularExpressions;
using System.Xml;
using Resume2Website.Documents;
using Resume2Website.Reader.Images;
using Resume2Website.Reader.Ocr;
using Resume2Website.Reader.Office;
using Resume2Website.Reader.Pdf;
using Resume2Website.Reader.Portraits;
using Resume2Website.Reader.Text;
using Resume2Website.Reader.Word;
using Format = Resume2Website.Documents.DocumentFormat;

namespace Resume2Website.Reader;

/// <summary>
/// The one boundary around all parsers: whatever bytes come in, out goes a result or a <see cref="DocumentException"/> with a code.
/// What no code can catch (a stack overflow, the end of the heap) ends the process instead, and its host gives the code.
/// </summary>
internal static class DocumentOpener
{
    /// <summary>Looks into the structure.</summary>
    public static InspectionReport Inspect(DocumentSource source) =>
        Guard(() => ReaderOf(source.Format).Inspect(source));

    /// <summary>Reads the lines, telling of each page.</summary>
    public static SourceDocument Read(DocumentSource source, Action<ReadingProgress> progress) =>
        Guard(() => ReaderOf(source.Format).Read(source, progress));

    /// <summary>Encodes a picture anew.</summary>
    public static byte[] Picture(DocumentSource source) =>
        Guard(() => SafePicture.Of(source));

    private static IFormatReader ReaderOf(Format format) => format switch
    {
        Format.Pdf => new PdfReader(OcrTools.Default),
        Format.Docx => new WordReader(),
        Format.Text => new PlainTextReader(),
        Format.Markdown => new MarkdownReader(),
        Format.Png or Format.Jpeg or Format.WebP => new PictureReader(OcrTools.Default),
        Format.Tiff => new TiffReader(OcrTools.Default),
        Format.Doc or Format.Rtf or Format.Odt => new OfficeReader(OfficeProgram.Default),
        Format.Heic => throw new DocumentException("picture_unsupported"),
        _ => throw new DocumentException("file_type_unsupported"),
    };

    private static T Guard<T>(Func<T> open)
    {
        try
        {
            return open();
        }
        catch (Exception exception)
        {
            throw new DocumentException(CodeOf(exception), exception);
        }
    }

    private static string CodeOf(Exception exception) => exception switch
    {
        DocumentException coded => coded.Code,
        AggregateException { InnerException: { } inner } => CodeOf(inner),
        TypeInitializationException { InnerException: { } inner } => CodeOf(inner),
        OutOfMemoryException or InsufficientExecutionStackException or RegexMatchTimeoutException => "too_complex",
        XmlException { InnerException: DocumentException coded } => coded.Code,
        { InnerException: DocumentException coded } => coded.Code,
        // Parsers answer broken bytes with whatever exception their code happens to run into.
        _ => "file_damaged",
    };
}
