using System.IO.Compression;
using System.Text;

namespace Resume2Website.Reader.Tests.Word;

/// <summary>Writes Word documents part by part.</summary>
internal sealed class RawDocx
{
    private const string Namespaces =
        "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" "
        + "xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" xmlns:v=\"urn:schemas-microsoft-com:vml\" "
        + "xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" "
        + "xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\"";

    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private readonly Dictionary<string, byte[]> parts = new(StringComparer.Ordinal);
    private readonly StringBuilder relationships = new();
    private readonly StringBuilder types = new();
    private readonly string main;

    /// <summary>A document with a body.</summary>
    public RawDocx(string body, string? main = null)
    {
        this.main = main ?? $"<w:document {Namespaces}><w:body>{body}</w:body></w:document>";
    }

    /// <summary>A paragraph of one run.</summary>
    public static string Paragraph(string text, string properties = "", string run = "") =>
        $"<w:p><w:pPr>{properties}</w:pPr><w:r><w:rPr>{run}</w:rPr><w:t xml:space=\"preserve\">{text}</w:t></w:r></w:p>";

    /// <summary>Adds a part that the document relates to.</summary>
    public RawDocx With(string id, string kind, string path, string contentType, string content) =>
        With(id, kind, path, contentType, Encoding.UTF8.GetBytes(content.Replace("{ns}", Namespaces, StringComparison.Ordinal)));

    /// <summary>Adds a part that the document relates to.</summary>
    public RawDocx With(string id, string kind, string path, string contentType, byte[] content)
    {
        parts["word/" + path] = content;
        types.Append($"<Override PartName=\"/word/{path}\" ContentType=\"{contentType}\"/>");
        relationships.Append($"<Relationship Id=\"{id}\" Type=\"{(kind.Contains(':', StringComparison.Ordinal) ? kind : Office + "/" + kind)}\" Target=\"{path}\"/>");
        return this;
    }

    /// <summary>Adds a relationship that leads out of the document.</summary>
    public RawDocx WithExternal(string id, string kind, string target)
    {
        relationships.Append($"<Relationship Id=\"{id}\" Type=\"{Office}/{kind}\" Target=\"{target}\" TargetMode=\"External\"/>");
        return this;
    }

    /// <summary>Adds a settings part with a template from somewhere.</summary>
    public RawDocx WithTemplate(string target)
    {
        parts["word/_rels/settings.xml.rels"] = Encoding.UTF8.GetBytes(Relationships($"<Relationship Id=\"t\" Type=\"{Office}/attachedTemplate\" Target=\"{target}\" TargetMode=\"External\"/>"));
        return With("s", "settings", "settings.xml", "application/vnd.openxmlformats-officedocument.wordprocessingml.settings+xml", "<w:settings {ns}><w:attachedTemplate r:id=\"t\"/></w:settings>");
    }

    /// <summary>The file.</summary>
    public byte[] ToBytes(string mainType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml")
    {
        using var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create))
        {
            Add("[Content_Types].xml", Encoding.UTF8.GetBytes(
                "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                + $"<Default Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/word/document.xml\" ContentType=\"{mainType}\"/>{types}</Types>"));
            Add("_rels/.rels", Encoding.UTF8.GetBytes(Relationships($"<Relationship Id=\"m\" Type=\"{Office}/officeDocument\" Target=\"word/document.xml\"/>")));
            Add("word/document.xml", Encoding.UTF8.GetBytes(main));
            Add("word/_rels/document.xml.rels", Encoding.UTF8.GetBytes(Relationships(relationships.ToString())));
            foreach (var (path, content) in parts) Add(path, content);

            void Add(string path, byte[] content)
            {
                using var entry = archive.CreateEntry(path).Open();
                entry.Write(content);
            }
        }

        return file.ToArray();
    }

    private static string Relationships(string content) => $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{content}</Relationships>";
}
