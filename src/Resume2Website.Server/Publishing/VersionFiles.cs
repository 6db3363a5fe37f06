using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using LiveWorkflows.Artifacts;
using Resume2Website.Sites;

namespace Resume2Website.Server.Publishing;

/// <summary>Stores a site as a version that is published: its page names the version of what it loads, and text is packed once for all readers.</summary>
internal sealed partial class VersionFiles(IArtifactStore artifacts)
{
    private const int WorthPacking = 512;

    public const string SegmentPrefix = "_v";

    /// <summary>The segment of the path that a version's page loads its files under. No site has such a path of its own.</summary>
    public static string Segment(int version) => string.Create(CultureInfo.InvariantCulture, $"{SegmentPrefix}{version}");

    /// <summary>Says what a site consists of: the same for the same bytes under the same paths.</summary>
    public static string DigestOf(Site site)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in site.Files)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{file.Path}\0{file.ContentType}\0{file.Content.Length}\0")));
            hash.AppendData(file.Content.Span);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>Stores the files under an owner, and gives the artifact that lists them.</summary>
    public async Task<string> KeepAsync(string owner, int version, Site site, CancellationToken cancellationToken)
    {
        var files = new List<PublishedFile>();
        foreach (var file in site.Files)
        {
            var content = file.Path == Site.Entrance ? AddressVersion(file.Content, site, version) : file.Content;
            files.Add(new PublishedFile(
                file.Path, file.ContentType, await PutAsync(owner, content, cancellationToken),
                await PackAsync(owner, file, content, stream => new BrotliStream(stream, CompressionLevel.Optimal, leaveOpen: true), cancellationToken),
                await PackAsync(owner, file, content, stream => new GZipStream(stream, CompressionLevel.SmallestSize, leaveOpen: true), cancellationToken)));
        }

        return await PutAsync(owner, JsonSerializer.SerializeToUtf8Bytes(new PublishedFiles(files), PublishingJson.Default.PublishedFiles), cancellationToken);
    }

    /// <summary>
    /// Has the page load its style sheet, fonts, pictures and icon under its own version, so that no reader sees the page of one version in the
    /// dress of another. Links that people follow stay as they are: they must outlive the version.
    /// </summary>
    public static ReadOnlyMemory<byte> AddressVersion(ReadOnlyMemory<byte> page, Site site, int version)
    {
        var html = LoadingElement().Replace(Encoding.UTF8.GetString(page.Span), element => Reference().Replace(element.Value, reference =>
            reference.Groups["name"].Value + "=\"" + string.Join(", ", reference.Groups["value"].Value.Split(", ").Select(Addressed)) + "\""));
        return Encoding.UTF8.GetBytes(html);

        string Addressed(string candidate) => site.Find(candidate.Split(' ')[0]) is null ? candidate : $"{Segment(version)}/{candidate}";
    }

    private async Task<string?> PackAsync(string owner, SiteFile file, ReadOnlyMemory<byte> content, Func<Stream, Stream> packing, CancellationToken cancellationToken)
    {
        if (content.Length < WorthPacking || !IsText(file.ContentType)) return null;
        using var packed = new MemoryStream();
        await using (var stream = packing(packed)) await stream.WriteAsync(content, cancellationToken);
        return packed.Length < content.Length ? await PutAsync(owner, packed.ToArray(), cancellationToken) : null;
    }

    private static bool IsText(string contentType) =>
        contentType.StartsWith("text/", StringComparison.Ordinal) || contentType is "application/json" or "application/xml" or "image/svg+xml";

    private async Task<string> PutAsync(string owner, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        using var stream = new MemoryStream(content.ToArray(), writable: false);
        return (await artifacts.PutAsync(owner, stream, cancellationToken)).Digest.Value;
    }

    // Templates write attributes in double quotes, and text of a CV never holds one that is not a reference of HTML's.
    [GeneratedRegex("""<(link rel="(stylesheet|icon|preload)"|img|source)(?=\s)[^>]*>""", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex LoadingElement();

    [GeneratedRegex("""(?<name>\b(href|src|srcset))="(?<value>[^"]*)["]""", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Reference();
}
