using System.IO.Compression;
using System.Xml;
using Resume2Website.Documents;
using Resume2Website.Reader.Inspection;
using Resume2Website.Screening;

namespace Resume2Website.Reader.Word;

/// <summary>
/// Unpacks every part of a package once, within the limits, before the parser that trusts it sees it: size, ratio, number of parts, and in XML no DOCTYPE
/// and no depth that a recursive parser cannot bear.
/// </summary>
internal sealed class PackageCheck
{
    /// <summary>How parts are read: no document type is ever followed.</summary>
    public static readonly XmlReaderSettings Xml = new()
    {
        DtdProcessing = DtdProcessing.Parse,
        MaxCharactersFromEntities = 1,
        XmlResolver = null,
        MaxCharactersInDocument = ReadingLimits.InflatedBytes,
    };

    private PackageCheck(long inflatedBytes, bool hasTestVirus)
    {
        InflatedBytes = inflatedBytes;
        HasTestVirus = hasTestVirus;
    }

    /// <summary>Bytes of all parts.</summary>
    public long InflatedBytes { get; }

    /// <summary>Whether a part holds the EICAR string.</summary>
    public bool HasTestVirus { get; }

    /// <summary>Checks a package.</summary>
    /// <exception cref="DocumentException">It goes over a limit, or an XML part has a DOCTYPE.</exception>
    public static PackageCheck Run(ReadOnlyMemory<byte> content)
    {
        using var archive = new ZipArchive(new MemoryStream(content.ToArray(), writable: false), ZipArchiveMode.Read);
        if (archive.Entries.Count > ReadingLimits.Parts) throw new DocumentException("too_complex");
        long total = 0;
        var hasTestVirus = false;
        foreach (var entry in archive.Entries)
        {
            using var part = Inflate(entry, ReadingLimits.InflatedBytes - total);
            total += part.Length;
            hasTestVirus |= EicarSearch.Find(part.GetBuffer().AsSpan(0, (int)part.Length));
            if (IsXml(entry.FullName)) CheckXml(part);
        }

        return new PackageCheck(total, hasTestVirus);
    }

    /// <summary>Unpacks a part within the limits.</summary>
    /// <exception cref="DocumentException">It goes over one.</exception>
    public static MemoryStream Inflate(ZipArchiveEntry entry, long left)
    {
        var limit = Math.Min(left, Math.Max(ReadingLimits.InnocentBytes, entry.CompressedLength * ReadingLimits.InflationRatio));
        using var packed = entry.Open();
        var part = new MemoryStream();
        var buffer = new byte[32 << 10];
        // The directory's word for a part's length is not believed: what comes out is counted.
        while (packed.Read(buffer) is var read && read > 0)
        {
            if (part.Length + read > limit) throw new DocumentException("too_complex");
            part.Write(buffer, 0, read);
        }

        part.Position = 0;
        return part;
    }

    /// <summary>Whether a part is XML, by its name.</summary>
    public static bool IsXml(string name) =>
        name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".rels", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".vml", StringComparison.OrdinalIgnoreCase);

    private static void CheckXml(Stream part)
    {
        if (part.Length == 0) return;
        using var reader = XmlReader.Create(part, Xml);
        while (reader.Read())
        {
            if (reader.NodeType == XmlNodeType.DocumentType) throw new DocumentException("active_content");
            if (reader.Depth > ReadingLimits.XmlDepth) throw new DocumentException("too_complex");
        }
    }
}
