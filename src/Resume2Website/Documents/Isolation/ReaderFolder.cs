using System.Globalization;

namespace Resume2Website.Documents.Isolation;

/// <summary>
/// A folder that a reader makes only while a document needs one. Its host gave it the path and removes what is left when the reader has ended, however it ended.
/// </summary>
internal sealed class ReaderFolder : IDisposable
{
    /// <summary>The variable by which a reader is told its path.</summary>
    public const string Variable = "RESUME2WEBSITE_READER_FOLDER";

    /// <summary>What is being killed may put a file there while the others are removed.</summary>
    private const int Attempts = 5;

    private const string Prefix = "resume2website-reader-";

    private ReaderFolder(string path) => Path = path;

    /// <summary>Where it is.</summary>
    public string Path { get; }

    /// <summary>A path for a new reader of this process, that nobody else can foresee. It names the process, so that another one knows whether anybody still needs it.</summary>
    /// <param name="directory">Where it is to be; null for the user's temporary folder.</param>
    public static string NewPath(string? directory = null) =>
        System.IO.Path.Combine(directory ?? System.IO.Path.GetTempPath(), $"{Prefix}{Environment.ProcessId}-{ProcessStart.Own}-{Guid.NewGuid():N}");

    /// <summary>Removes what is left of processes that were killed together with their readers, and ends what still runs in it.</summary>
    /// <param name="directory">Where the folders are; null for the user's temporary folder.</param>
    /// <returns>How many folders there were.</returns>
    public static int Sweep(string? directory = null)
    {
        var left = Left(new DirectoryInfo(directory ?? System.IO.Path.GetTempPath()));
        foreach (var folder in left) Clear(folder.FullName);
        return left.Count;
    }

    /// <summary>Makes the folder of this process, for its own user alone.</summary>
    public static ReaderFolder Create()
    {
        var path = Environment.GetEnvironmentVariable(Variable) ?? NewPath();
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(path);
        else Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return new ReaderFolder(path);
    }

    /// <summary>Removes a folder with all that is in it, if it is there; what still works in it is ended first, or it would go on writing there.</summary>
    public static void Clear(string? path)
    {
        if (path is null || !Directory.Exists(path)) return;
        FolderProcesses.End(path);
        Remove(path);
    }

    /// <summary>A path in it.</summary>
    public string At(string name) => System.IO.Path.Combine(Path, name);

    public void Dispose() => Remove(Path);

    private static void Remove(string? path)
    {
        for (var attempt = 0; attempt < Attempts && path is not null && Directory.Exists(path); attempt++)
        {
            try
            {
                Directory.Delete(path, recursive: true);
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                // The next attempt removes what was new; what nobody can remove must not end the host.
            }
        }
    }

    private static List<DirectoryInfo> Left(DirectoryInfo root)
    {
        try
        {
            return root.Exists ? [.. root.EnumerateDirectories(Prefix + "*").Where(IsAbandoned)] : [];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Somebody else is clearing up, or it is not this user's to look into.
            return [];
        }
    }

    /// <summary>Whether the process that it was made for is gone; another one may have its number since.</summary>
    private static bool IsAbandoned(DirectoryInfo folder) =>
        folder.Name[Prefix.Length..].Split('-') is [var id, var start, _] && int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && ProcessStart.Of(number) != start;
}
