using System.Diagnostics;
using Resume2Website.Bench.Documents;

namespace Resume2Website.Bench.Pipeline;

/// <summary>The server as a process of its own, on a free loopback port, with a data directory that goes with it.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private const string Ready = "Resume2Website is ready: ";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly Process _process;
    private readonly string _folder;

    private ServerProcess(Process process, string folder, Uri address) => (_process, _folder, Address) = (process, folder, address);

    /// <summary>Where it listens.</summary>
    public Uri Address { get; }

    /// <summary>The processor time that it used so far, and its readers with it, those that have ended too.</summary>
    public TimeSpan ProcessorTime => ProcessTreeTime.Of(_process.Id);

    /// <summary>Starts it and waits until it listens.</summary>
    /// <exception cref="InvalidOperationException">It ended instead.</exception>
    public static async Task<ServerProcess> StartAsync()
    {
        var folder = Directory.CreateTempSubdirectory("resume2website-bench-").FullName;
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true };
        string[] arguments = ["--urls", "http://127.0.0.1:0", "--Resume2Website:DataDirectory", folder, "--Resume2Website:LogDirectory", "none"];
        foreach (var argument in arguments.Prepend(Checkout.Path("src/Resume2Website.Server/bin/Release/net10.0/Resume2Website.Server.dll"))) start.ArgumentList.Add(argument);
        // Only the load generator gains by it; the server runs as it ships.
        start.Environment.Remove("DOTNET_SYSTEM_NET_SOCKETS_INLINE_COMPLETIONS");
        var process = Process.Start(start)!;
        using var patience = new CancellationTokenSource(Patience);
        while (await process.StandardOutput.ReadLineAsync(patience.Token) is { } line)
        {
            if (!line.StartsWith(Ready, StringComparison.Ordinal)) continue;
            // Whatever else it says is read, so that it never waits for us.
            _ = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null, CancellationToken.None);
            return new ServerProcess(process, folder, new Uri(line[Ready.Length..].Split(',')[0]));
        }

        throw new InvalidOperationException("The server did not start.");
    }

    public async ValueTask DisposeAsync()
    {
        using (var kill = Process.Start("kill", ["-TERM", $"{_process.Id}"])) await kill.WaitForExitAsync();
        await _process.WaitForExitAsync();
        _process.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
