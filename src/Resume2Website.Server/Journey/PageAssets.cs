using System.Collections.Frozen;

namespace Resume2Website.Server.Journey;

/// <summary>The page's files, read once: they are few, small, and change only with the program.</summary>
internal static class PageAssets
{
    private static readonly FrozenDictionary<string, string> ContentTypes = new Dictionary<string, string>
    {
        [".html"] = "text/html; charset=utf-8",
        [".css"] = "text/css; charset=utf-8",
        [".js"] = "text/javascript; charset=utf-8",
        [".svg"] = "image/svg+xml",
        [".txt"] = "text/plain; charset=utf-8",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>All files under a directory whose kind the page uses, by relative path with <c>/</c>.</summary>
    /// <exception cref="DirectoryNotFoundException">The directory is not there: the program was copied without its files.</exception>
    public static FrozenDictionary<string, PageAsset> Load(string directory) => Directory
        .EnumerateFiles(directory, "*", SearchOption.AllDirectories)
        .Where(file => ContentTypes.ContainsKey(Path.GetExtension(file)))
        .ToFrozenDictionary(
            file => Path.GetRelativePath(directory, file).Replace(Path.DirectorySeparatorChar, '/'),
            file => new PageAsset(File.ReadAllBytes(file), ContentTypes[Path.GetExtension(file)]),
            StringComparer.Ordinal);
}
