using System.IO.Compression;
using System.Xml;
using Resume2Website.Documents;
using Resume2Website.Reader.Inspection;
using Resume2Website.Reader.Word;

namespace Resume2Website.Reader.Office;

/// <summary>Looks into an OpenDocument text: macros, embedded programs and OLE objects, DDE links, parts and templates from elsewhere, encryption.</summary>
internal static class OdtInspection
{
    private const string Manifest = "META-INF/manifest.xml";
    private const string Scripting = "urn:oasis:names:tc:opendocument:xmlns:script:1.0";
    private const string Links = "http://www.w3.org/1999/xlink";

    /// <summary>What is in it.</summary>
    /// <exception cref="DocumentException">It is damaged, over a limit, or protected by a password.</exception>
    public static InspectionReport Inspect(DocumentSource source)
    {
        using var archive = new ZipArchive(new MemoryStream(source.Content.ToArray(), writable: false), ZipArchiveMode.Read);
        // The parts of a protected document are no XML: that it is one has to be known before they are checked.
        if (IsEncrypted(archive)) throw new DocumentException("password_unsupported");
        var check = PackageCheck.Run(source.Content);
        return new InspectionReport
        {
            Format = source.Format,
            Pages = 1,
            ActiveContent = [.. archive.Entries.SelectMany(ActiveContent).Distinct().Order(StringComparer.Ordinal)],
            HasTestVirus = check.HasTestVirus,
            InflatedBytes = check.InflatedBytes,
        };
    }

    private static bool IsEncrypted(ZipArchive archive)
    {
        if (archive.GetEntry(Manifest) is not { } manifest) return false;
        using var content = PackageCheck.Inflate(manifest, ReadingLimits.InflatedBytes);
        using var reader = XmlReader.Create(content, PackageCheck.Xml);
        while (reader.Read())
        {
            if (reader.NodeType == XmlNodeType.DocumentType) throw new DocumentException("active_content");
            if (reader.LocalName is "encryption-data" or "encrypted-key") return true;
        }

        return false;
    }

    private static List<string> ActiveContent(ZipArchiveEntry entry)
    {
        var found = new List<string>();
        var (name, folder) = (entry.Name, entry.FullName.Split('/')[0]);
        // The lists of libraries stand there even when no library holds anything.
        if (name.Length > 0 && (folder == "Scripts" || (folder == "Basic" && name is not ("script-lb.xml" or "script-lc.xml" or "dialog-lb.xml" or "dialog-lc.xml")))) found.Add("macro");
        using var content = PackageCheck.Inflate(entry, ReadingLimits.InflatedBytes);
        if (PackageCheck.IsXml(entry.FullName)) AddActive(content, found);
        else if (Programs.IsProgram(content.GetBuffer().AsSpan(0, (int)content.Length))) found.Add(content.GetBuffer() is [0xD0, 0xCF, ..] ? "ole" : "embedded_program");
        return found;
    }

    private static void AddActive(Stream content, List<string> found)
    {
        if (content.Length == 0) return;
        using var reader = XmlReader.Create(content, PackageCheck.Xml);
        while (reader.Read())
        {
            if (reader.NodeType == XmlNodeType.Element && CodeOf(reader) is { } code) found.Add(code);
        }
    }

    private static string? CodeOf(XmlReader element) => element.LocalName switch
    {
        "event-listener" when element.NamespaceURI == Scripting => "macro",
        "dde-source" or "dde-connection" or "dde-connection-decl" => "dde",
        "plugin" or "applet" => "embedded_program",
        "template" when IsRemote(element) => "remote_template",
        "section-source" or "object" or "object-ole" or "floating-frame" when IsRemote(element) => "remote_content",
        _ => null,
    };

    private static bool IsRemote(XmlReader element) => RemoteTargets.IsRemote(element.GetAttribute("href", Links));
}
