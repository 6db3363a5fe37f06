namespace Resume2Website.Sites;

/// <summary>A file of a site.</summary>
/// <param name="Path">Its relative path: lower-case ASCII segments parted by <c>/</c>.</param>
/// <param name="ContentType">Its media type.</param>
/// <param name="Content">Its bytes.</param>
public sealed record SiteFile(string Path, string ContentType, ReadOnlyMemory<byte> Content);
