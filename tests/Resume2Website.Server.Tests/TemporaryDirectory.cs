using System.Diagnostics;

namespace Resume2Website.Server.Tests;

/// <summary>A data directory that goes with the test.</summary>
public sealed class TemporaryDirectory : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("r2w-server-").FullName;

    /// <remarks>What a server had at work when it was stopped may, on a busy machine, still write for a moment.</remarks>
    public void Dispose()
    {
        for (var patience = Stopwatch.StartNew(); ;)
        {
            try
            {
                Directory.Delete(Path, recursive: true);
                return;
            }
            catch (IOException) when (patience.Elapsed < RunningServer.Patience && Directory.Exists(Path))
            {
                Thread.Yield();
            }
        }
    }
}
