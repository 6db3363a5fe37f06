namespace Resume2Website.Sites;

/// <summary>A rendered website.</summary>
/// <param name="Files">Its files in ordinal order of their relative paths; <c>index.html</c> is the entrance.</param>
public sealed record Site(IReadOnlyList<SiteFile> Files)
{
    /// <summary>The file at a path, or null.</summary>
    public SiteFile? Find(string path) => Files.FirstOrDefault(file => file.Path == path);
}
