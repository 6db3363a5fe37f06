using Resume2Website.Documents;
using Resume2Website.Documents.Isolation;
using Resume2Website.Reader.Ocr;
using Format = Resume2Website.Documents.DocumentFormat;

namespace Resume2Website.Reader.Office;

/// <summary>
/// Has LibreOffice write a document as a Word document, in a folder that exists only meanwhile, with settings of its own: no macros, no links followed,
/// and where the kernel allows it no network at all.
/// </summary>
internal static class OfficeConversion
{
    /// <summary>The exit code by which it asks to be started once more, as it does when it has made a new profile.</summary>
    public const int AskedForRestart = 81;

    /// <summary>The most bytes of a file that it writes.</summary>
    public const long MaxBytes = 64L << 20;

    /// <summary>What it says on its output is never needed.</summary>
    private const int OutputLimit = 1 << 20;

    // The proxy leads nowhere: links in a document would otherwise be fetched while it is loaded.
    private const string Settings =
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <oor:items xmlns:oor="http://openoffice.org/2001/registry">
        <item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
        <item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop></item>
        <item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
        <item oor:path="/org.openoffice.Office.Writer/Content/Update"><prop oor:name="Link" oor:op="fuse"><value>0</value></prop></item>
        <item oor:path="/org.openoffice.Inet/Settings"><prop oor:name="ooInetProxyType" oor:op="fuse"><value>2</value></prop></item>
        <item oor:path="/org.openoffice.Inet/Settings"><prop oor:name="ooInetHTTPProxyName" oor:op="fuse"><value>127.0.0.1</value></prop></item>
        <item oor:path="/org.openoffice.Inet/Settings"><prop oor:name="ooInetHTTPProxyPort" oor:op="fuse"><value>9</value></prop></item>
        <item oor:path="/org.openoffice.Inet/Settings"><prop oor:name="ooInetHTTPSProxyName" oor:op="fuse"><value>127.0.0.1</value></prop></item>
        <item oor:path="/org.openoffice.Inet/Settings"><prop oor:name="ooInetHTTPSProxyPort" oor:op="fuse"><value>9</value></prop></item>
        <item oor:path="/org.openoffice.Inet/Settings"><prop oor:name="ooInetNoProxy" oor:op="fuse"><value></value></prop></item>
        </oor:items>
        """;

    /// <summary>The document as a Word document.</summary>
    /// <param name="office">LibreOffice.</param>
    /// <param name="source">The document.</param>
    /// <param name="sign">Called as a sign of life.</param>
    /// <exception cref="DocumentException">It could not be opened, or went over a limit.</exception>
    public static byte[] ToWord(LimitedProgram office, DocumentSource source, Action sign)
    {
        using var folder = ReaderFolder.Create();
        var (profile, output) = (folder.At("profile"), folder.At("output"));
        var document = folder.At("document" + Ending(source.Format));
        Directory.CreateDirectory(Path.Combine(profile, "user"));
        File.WriteAllText(Path.Combine(profile, "user", "registrymodifications.xcu"), Settings);
        File.WriteAllBytes(document, source.Content.Span);
        string[] arguments =
        [
            "-env:UserInstallation=" + new Uri(profile).AbsoluteUri, "--headless", "--norestore", "--nolockcheck", "--nodefault", "--nologo",
            // The filter is told, not guessed by content, or a file could choose which of a hundred parsers opens it.
            "--infilter=" + Filter(source.Format), "--convert-to", "docx:MS Word 2007 XML", "--outdir", output, document,
        ];
        var made = new FileInfo(Path.Combine(output, "document.docx"));
        var limited = office with { Folder = folder.Path };
        for (var start = 0; start < 2 && !made.Exists; start++)
        {
            sign();
            limited.Run(arguments, default, OutputLimit);
            // It ends with 0 even when it could not open the file: only what it left counts.
            made.Refresh();
        }

        if (!made.Exists) throw new DocumentException("file_damaged");
        return made.Length < MaxBytes ? File.ReadAllBytes(made.FullName) : throw new DocumentException("too_complex");
    }

    private static string Ending(Format format) => format switch { Format.Doc => ".doc", Format.Rtf => ".rtf", _ => ".odt" };

    private static string Filter(Format format) => format switch { Format.Doc => "MS Word 97", Format.Rtf => "Rich Text Format", _ => "writer8" };
}
