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

    private ReaderFolder(string path) => Path = path;

    /// <summary>Where it is.</summary>
    public string Path { get; }

    /// <summary>A path for a new reader, that nobody else can foresee.</summary>
    public static string NewPath() => System.IO.Path.Combine(System.IO.Path.GetTempPath(), "resume2website-reader-" + Guid.NewGuid().ToString("N"));

    /// <summary>Makes the folder of this process, for its own user alone.</summary>
    public static ReaderFolder Create()
    {
        var path = Environment.GetEnvironmentVariable(Variable) ?? NewPath();
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(path);
        else Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return new ReaderFolder(path);
    }

    /// <summary>Removes a folder with all that is in it, if it is there.</summary>
    public static void Remove(string? path)
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

    /// <summary>A path in it.</summary>
    public string At(string name) => System.IO.Path.Combine(Path, name);

    public void Dispose() => Remove(Path);
}
