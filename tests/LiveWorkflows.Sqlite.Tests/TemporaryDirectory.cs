namespace LiveWorkflows.Sqlite.Tests;

/// <summary>A directory that is gone when the test is.</summary>
internal sealed class TemporaryDirectory : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("liveworkflows-").FullName;

    public string DatabaseFile => System.IO.Path.Combine(Path, "workflows.db");

    /// <summary>Whether the text stands anywhere in any file but the lock.</summary>
    public bool Holds(string text) => Directory.EnumerateFiles(Path, "*", SearchOption.AllDirectories)
        .Where(file => System.IO.Path.GetFileName(file) != "lock")
        .Any(file =>
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var reader = new StreamReader(stream, System.Text.Encoding.Latin1);
            return reader.ReadToEnd().Contains(text, StringComparison.Ordinal);
        });

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
