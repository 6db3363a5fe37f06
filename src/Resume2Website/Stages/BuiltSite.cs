namespace Resume2Website.Stages;

/// <summary>A rendered site whose files are artifacts of the job.</summary>
/// <param name="Files">Its files.</param>
internal sealed record BuiltSite(IReadOnlyList<CvSiteFile> Files);
