using Resume2Website.Sites;

namespace Resume2Website.Templates.Tests.Browsers;

/// <summary>A site unpacked into a folder of its own, as someone does who opened the zip.</summary>
internal sealed class SiteFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("site-");

    public SiteFolder(Site site)
    {
        foreach (var file in site.Files) File.WriteAllBytes(Path.Combine(_folder.FullName, file.Path), file.Content.Span);
    }

    public string Address => new Uri(Path.Combine(_folder.FullName, "index.html")).AbsoluteUri;

    public void Dispose() => _folder.Delete(recursive: true);
}
