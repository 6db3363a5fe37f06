namespace LiveWorkflows.Tests.Logging;

/// <summary>A directory that goes with the test.</summary>
internal sealed class TemporaryDirectory : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("liveworkflows-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
