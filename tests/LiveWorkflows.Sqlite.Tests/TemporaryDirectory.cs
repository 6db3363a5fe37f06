namespace LiveWorkflows.Sqlite.Tests;

/// <summary>A directory that is gone when the test is.</summary>
internal sealed class TemporaryDirectory : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("liveworkflows-").FullName;

    public string DatabaseFile => System.IO.Path.Combine(Path, "workflows.db");

    /// <summary>Every byte of every file, as text that can be searched.</summary>
    public string AllBytes() => string.Concat(
        Directory.EnumerateFiles(Path, "*", SearchOption.AllDirectories).Select(file =>
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var reader = new StreamReader(stream, System.Text.Encoding.Latin1);
            return System.IO.Path.GetFileName(file) == "lock" ? "" : reader.ReadToEnd();
        }));

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
