using System.IO.Compression;

namespace Resume2Website.Sites;

/// <summary>Packs a site into a zip archive whose bytes depend on the site alone.</summary>
public static class SiteZip
{
    // The earliest moment a zip entry can hold: the archive says nothing of when it was made.
    private static readonly DateTimeOffset Epoch = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Writes the archive, entries in ordinal order of their paths.</summary>
    public static void Write(Site site, Stream destination)
    {
        ArgumentNullException.ThrowIfNull(site);
        using var archive = new ZipArchive(destination, ZipArchiveMode.Create, leaveOpen: true);
        foreach (var file in site.Files.OrderBy(file => file.Path, StringComparer.Ordinal))
        {
            var entry = archive.CreateEntry(file.Path, CompressionLevel.Optimal);
            entry.LastWriteTime = Epoch;
            using var content = entry.Open();
            content.Write(file.Content.Span);
        }
    }

    /// <summary>The archive as bytes.</summary>
    public static byte[] Pack(Site site)
    {
        using var buffer = new MemoryStream();
        Write(site, buffer);
        return buffer.ToArray();
    }
}
