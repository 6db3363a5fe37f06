using System.Text.Json.Serialization;

namespace Resume2Website.Server.Publishing;

/// <summary>A file of a published version. Digests name artifacts of the version.</summary>
/// <param name="Path">Its path within the site.</param>
/// <param name="ContentType">Its media type.</param>
/// <param name="Digest">The file as it is.</param>
/// <param name="Brotli">The file packed with Brotli; null where that gains nothing.</param>
/// <param name="Gzip">The file packed with gzip; null where that gains nothing.</param>
internal sealed record PublishedFile(string Path, string ContentType, string Digest, string? Brotli = null, string? Gzip = null)
{
    /// <summary>Whether it only dresses the page: a style sheet or a font, which holds nothing of the person.</summary>
    [JsonIgnore]
    public bool IsDress => ContentType.StartsWith("text/css", StringComparison.Ordinal) || ContentType.StartsWith("font/", StringComparison.Ordinal);
}
