using Resume2Website.Documents;
using Format = Resume2Website.Documents.DocumentFormat;

namespace Resume2Website.Reader.Tests;

/// <summary>Short ways to open the documents that tests make.</summary>
internal static class Fixtures
{
    /// <summary>The string by which antivirus programs are tested, in two pieces, so that this file is not taken for it.</summary>
    public const string Eicar = @"X5O!P%@AP[4\PZX54(P^)7CC)7}" + "$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*";

    public static SourceDocument Read(Format format, byte[] content, string? password = null) =>
        DocumentOpener.Read(new DocumentSource(content, format, password), _ => { });

    public static InspectionReport Inspect(Format format, byte[] content, string? password = null) =>
        DocumentOpener.Inspect(new DocumentSource(content, format, password));

    public static string CodeOf(Action act) => Assert.Throws<DocumentException>(act).Code;
}
