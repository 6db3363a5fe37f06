namespace LiveWorkflows.Sqlite;

/// <summary>A directory that belongs to this process alone, for as long as this object lives.</summary>
/// <remarks>The lock is the operating system's on an open file: it ends with the process, however that ends.</remarks>
internal sealed class DataDirectory : IDisposable
{
    private readonly FileStream _lock;

    private DataDirectory(string path, FileStream @lock)
    {
        Path = path;
        _lock = @lock;
    }

    public string Path { get; }

    public string DatabaseFile => System.IO.Path.Combine(Path, "workflows.db");

    public string Artifacts => System.IO.Path.Combine(Path, "artifacts");

    /// <exception cref="DataDirectoryInUseException">Another process, or another part of this one, uses the directory.</exception>
    public static DataDirectory Open(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        path = System.IO.Path.GetFullPath(path);
        FileSystem.CreatePrivateDirectory(path);
        try
        {
            var file = System.IO.Path.Combine(path, "lock");
            return new DataDirectory(path, new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException failure) when (failure is not (DirectoryNotFoundException or FileNotFoundException or PathTooLongException))
        {
            throw new DataDirectoryInUseException($"The data directory '{path}' is in use by another process.", failure);
        }
    }

    public void Dispose() => _lock.Dispose();
}
