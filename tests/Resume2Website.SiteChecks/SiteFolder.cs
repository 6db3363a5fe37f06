using Resume2Website.Sites;

namespace Resume2Website.SiteChecks;

/// <summary>A site unpacked into a folder of its own, as someone does who opened the zip.</summary>
public sealed class SiteFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("site-");

    /// <summary>Writes the site's files.</summary>
    public SiteFolder(Site site) => Write(site, _folder.FullName);

    /// <summary>The page's address, <c>file://…/index.html</c>.</summary>
    public string Address => new Uri(Path.Combine(_folder.FullName, "index.html")).AbsoluteUri;

    /// <summary>The path in the site of a file that a browser asked for; null when it is none of the folder's.</summary>
    public string? PathOf(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.IsFile && uri.LocalPath.StartsWith(_folder.FullName + Path.DirectorySeparatorChar, StringComparison.Ordinal)
            ? Path.GetRelativePath(_folder.FullName, uri.LocalPath).Replace(Path.DirectorySeparatorChar, '/')
            : null;

    /// <summary>Writes a site's files into a folder.</summary>
    public static void Write(Site site, string folder)
    {
        foreach (var file in site.Files)
        {
            var path = Path.Combine(folder, file.Path.Replace('/', Path.DirectorySeparatorChar));
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllBytes(path, file.Content.Span);
        }
    }

    /// <summary>Removes the folder.</summary>
    public void Dispose() => _folder.Delete(recursive: true);
}
