using System.Diagnostics.CodeAnalysis;
using System.Text.Encodings.Web;
using System.Text.Json;
using Resume2Website.Documents;
using Resume2Website.Documents.Isolation;
using Resume2Website.Screening;
using Format = Resume2Website.Documents.DocumentFormat;

namespace Resume2Website.Reader.Serving;

/// <summary>Prints what the reader makes of a file, for people who look into it.</summary>
internal static class DumpCommand
{
    private static readonly JsonWriterOptions Readable = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Prints the lines of a file, or with <c>--inspect</c> its structure, as JSON; returns the exit code.</summary>
    public static int Run(IReadOnlyList<string> arguments, TextWriter output, TextWriter errors)
    {
        var files = arguments.Where((argument, index) => !argument.StartsWith("--", StringComparison.Ordinal) && (index == 0 || arguments[index - 1] != "--password")).ToList();
        if (files.Count != 1) return Help(errors, isAskedFor: false);
        try
        {
            var content = File.ReadAllBytes(files[0]);
            var password = arguments.SkipWhile(argument => argument != "--password").Skip(1).FirstOrDefault();
            var source = new DocumentSource(content, FormatOf(files[0], content), password);
            output.WriteLine(arguments.Contains("--inspect") ? Text(DocumentOpener.Inspect(source)) : Text(DocumentOpener.Read(source, _ => { })));
            return 0;
        }
        catch (DocumentException exception)
        {
            errors.WriteLine($"{exception.Code}: {exception.Message}");
            if (arguments.Contains("--why")) errors.WriteLine(exception.InnerException);
            return 3;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            errors.WriteLine(exception.Message);
            return 2;
        }
    }

    /// <summary>Prints how the program is used; returns the exit code.</summary>
    public static int Help(TextWriter output, bool isAskedFor)
    {
        output.WriteLine(
            """
            Resume2Website.Reader opens documents for its host, which talks to it over standard input and output.

            Usage:
              Resume2Website.Reader                                serve a host
              Resume2Website.Reader dump FILE [--inspect] [--password WORD] [--why]
                                                                   print a file's lines (or structure) as JSON;
                                                                   --why adds the parser's exception to a refusal
              Resume2Website.Reader --help                         this text
            """);
        return isAskedFor ? 0 : 2;
    }

    private static Format FormatOf(string path, byte[] content)
    {
        var format = FormatSignature.Of(content);
        return format == Format.Text && Path.GetExtension(path) is ".md" or ".markdown" ? Format.Markdown : format;
    }

    private static string Text(SourceDocument document) => Write(writer => JsonSerializer.Serialize(writer, document, ReaderJson.Default.SourceDocument));

    private static string Text(InspectionReport report) => Write(writer => JsonSerializer.Serialize(writer, report, ReaderJson.Default.InspectionReport));

    private static string Write(Action<Utf8JsonWriter> write)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, Readable)) write(writer);
        return System.Text.Encoding.UTF8.GetString(stream.ToArray());
    }
}
