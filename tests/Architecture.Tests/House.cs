using System.Runtime.CompilerServices;

namespace Architecture.Tests;

/// <summary>The repository as files: where it is, and what is in it.</summary>
internal static class House
{
    public static string Root { get; } = FindRoot();

    /// <summary>Source files below a folder, without what the build makes.</summary>
    public static IEnumerable<string> Sources(string folder, string pattern = "*.cs") =>
        Directory.EnumerateFiles(Path.Combine(Root, folder), pattern, SearchOption.AllDirectories)
            .Where(path => !path.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj"));

    public static string Relative(string path) => Path.GetRelativePath(Root, path);

    private static string FindRoot([CallerFilePath] string thisFile = "")
    {
        var folder = new FileInfo(thisFile).Directory;
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Resume2Website.slnx"))) folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("Resume2Website.slnx was not found above the tests.");
    }
}
