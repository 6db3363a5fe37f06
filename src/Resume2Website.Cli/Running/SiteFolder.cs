using System.Text.RegularExpressions;
using Resume2Website.Sites;

namespace Resume2Website.Cli.Running;

/// <summary>The folder a site goes to. It appears whole or not at all, and takes the place of nothing but an earlier site.</summary>
internal sealed partial class SiteFolder(string path)
{
    private readonly string _path = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));

    /// <exception cref="UsageException">Something that is no site of ours stands there.</exception>
    public void ThrowIfTaken()
    {
        if (File.Exists(_path)) throw new UsageException($"'{path}' is a file: give a folder.");
        if (!Directory.Exists(_path) || !Directory.EnumerateFileSystemEntries(_path).Any()) return;
        if (!IsSite()) throw new UsageException($"'{path}' exists and holds other things than a site made by this program, so nothing was changed: give another folder, or empty it.");
    }

    /// <summary>Writes the site beside the place and moves it there.</summary>
    public void Write(Site site)
    {
        var temporary = $"{_path}.{Path.GetRandomFileName()}";
        var earlier = $"{temporary}.old";
        try
        {
            foreach (var file in site.Files) WriteFile(temporary, file);
            // Somebody may have put something there meanwhile.
            ThrowIfTaken();
            if (Directory.Exists(_path)) Directory.Move(_path, earlier);
            Directory.Move(temporary, _path);
        }
        finally
        {
            if (Directory.Exists(temporary)) Directory.Delete(temporary, recursive: true);
            if (Directory.Exists(earlier) && Directory.Exists(_path)) Directory.Delete(earlier, recursive: true);
        }
    }

    private static void WriteFile(string folder, SiteFile file)
    {
        var target = Path.Combine(folder, file.Path.Replace('/', Path.DirectorySeparatorChar));
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        using var stream = new FileStream(target, FileMode.CreateNew, FileAccess.Write);
        stream.Write(file.Content.Span);
    }

    private bool IsSite() =>
        File.Exists(Path.Combine(_path, Site.Entrance))
        && File.Exists(Path.Combine(_path, "resume.json"))
        && Directory.EnumerateFileSystemEntries(_path).All(entry => SiteEntry().IsMatch(Path.GetFileName(entry)));

    // A folder with anything else in it is somebody's own.
    [GeneratedRegex(@"^(?:index\.html|style\.css|favicon\.svg|resume\.json|contact\.vcf|og\.png|sitemap\.xml|robots\.txt|site\.pdf|photo(?:-\d+)?\.(?:jpg|png|webp)|fonts)$")]
    private static partial Regex SiteEntry();
}
