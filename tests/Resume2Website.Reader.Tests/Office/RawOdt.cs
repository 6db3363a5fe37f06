using System.IO.Compression;
using System.Text;

namespace Resume2Website.Reader.Tests.Office;

/// <summary>Writes OpenDocument texts part by part.</summary>
internal sealed class RawOdt
{
    private const string Names =
        "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" xmlns:draw=\"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0\" "
        + "xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" xmlns:svg=\"urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0\" "
        + "xmlns:script=\"urn:oasis:names:tc:opendocument:xmlns:script:1.0\" xmlns:meta=\"urn:oasis:names:tc:opendocument:xmlns:meta:1.0\" office:version=\"1.2\"";

    private readonly Dictionary<string, byte[]> parts = new(StringComparer.Ordinal);
    private readonly StringBuilder files = new();

    /// <summary>A document with a body.</summary>
    /// <param name="body">What stands in it.</param>
    /// <param name="before">What stands before the body.</param>
    public RawOdt(string body, string before = "") =>
        With("content.xml", $"<office:document-content {Names}>{before}<office:body><office:text>{body}</office:text></office:body></office:document-content>");

    /// <summary>Adds a part.</summary>
    public RawOdt With(string path, string content) => With(path, Encoding.UTF8.GetBytes(content.Replace("{ns}", Names, StringComparison.Ordinal)));

    /// <summary>Adds a part.</summary>
    /// <param name="path">Its path.</param>
    /// <param name="content">Its bytes.</param>
    /// <param name="entry">More of its entry in the manifest.</param>
    public RawOdt With(string path, byte[] content, string entry = "")
    {
        parts[path] = content;
        files.Append($"<manifest:file-entry manifest:full-path=\"{path}\" manifest:media-type=\"{(path.EndsWith(".xml", StringComparison.Ordinal) ? "text/xml" : "")}\">{entry}</manifest:file-entry>");
        return this;
    }

    /// <summary>The file.</summary>
    public byte[] ToBytes()
    {
        using var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create))
        {
            Add("mimetype", "application/vnd.oasis.opendocument.text"u8.ToArray(), CompressionLevel.NoCompression);
            foreach (var (path, content) in parts) Add(path, content, CompressionLevel.Fastest);
            Add("META-INF/manifest.xml", Encoding.UTF8.GetBytes(
                "<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\" manifest:version=\"1.2\">"
                + $"<manifest:file-entry manifest:full-path=\"/\" manifest:media-type=\"application/vnd.oasis.opendocument.text\"/>{files}</manifest:manifest>"), CompressionLevel.Fastest);

            void Add(string path, byte[] content, CompressionLevel level)
            {
                using var entry = archive.CreateEntry(path, level).Open();
                entry.Write(content);
            }
        }

        return file.ToArray();
    }
}
