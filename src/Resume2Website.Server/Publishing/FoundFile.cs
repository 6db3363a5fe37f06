namespace Resume2Website.Server.Publishing;

/// <summary>A file of a published site, found for a request.</summary>
/// <param name="Owner">Whose artifact it is.</param>
/// <param name="File">The file.</param>
/// <param name="IsLasting">Whether it never changes at its address, which names the version, and holds nothing that somebody might hide.</param>
internal sealed record FoundFile(string Owner, PublishedFile File, bool IsLasting);
