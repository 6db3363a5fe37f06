namespace Resume2Website.Server.Tests;

/// <summary>A data directory that goes with the test.</summary>
public sealed class TemporaryDirectory : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("r2w-server-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
