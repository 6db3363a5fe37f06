namespace Resume2Website.Stages;

/// <summary>A file of a rendered site, as a job's artifact.</summary>
/// <param name="Path">Its relative path.</param>
/// <param name="ContentType">Its media type.</param>
/// <param name="Digest">The artifact that holds its bytes.</param>
public sealed record CvSiteFile(string Path, string ContentType, string Digest);
