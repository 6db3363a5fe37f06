namespace Resume2Website.Sites;

/// <summary>A rendered website.</summary>
/// <param name="Files">Its files in ordinal order of their relative paths; <see cref="Entrance"/> is where it is entered.</param>
public sealed record Site(IReadOnlyList<SiteFile> Files)
{
    /// <summary>The path of the page that a site is entered by.</summary>
    public const string Entrance = "index.html";

    /// <summary>The file at a path, or null.</summary>
    public SiteFile? Find(string path) => Files.FirstOrDefault(file => file.Path == path);
}
