using System.Diagnostics;
using System.Globalization;
using System.Reflection;

namespace LiveWorkflows.Bench.Streams;

/// <summary>A server under test, as the one who loads it sees it.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private readonly Process _process;

    private ServerProcess(Process process, Uri stream) => (_process, Stream) = (process, stream);

    /// <summary>The address of its event stream.</summary>
    public Uri Stream { get; }

    /// <summary>CPU time that it has used, in seconds.</summary>
    public double CpuSeconds
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime.TotalSeconds;
        }
    }

    public static async Task<ServerProcess> StartAsync(bool isPeer, bool inline)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardInput = true, RedirectStandardOutput = true };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet") start.ArgumentList.Add(Assembly.GetExecutingAssembly().Location);
        foreach (var word in new[] { "serve", isPeer ? "peer" : "live", inline ? "inline" : "default" }) start.ArgumentList.Add(word);
        start.Environment.Remove("DOTNET_SYSTEM_NET_SOCKETS_INLINE_COMPLETIONS");
        var process = Process.Start(start)!;
        return new ServerProcess(process, new Uri(await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The server did not start.")));
    }

    /// <summary>Has it say so many things a second for so long.</summary>
    public Task SayAsync(double perSecond, TimeSpan duration) => AskAsync(FormattableString.Invariant($"say {perSecond} {duration.TotalMilliseconds}"));

    /// <summary>Memory after a full collection: managed, and of the process, in bytes.</summary>
    public async Task<(long Managed, long Process)> MemoryAsync()
    {
        var numbers = (await AskAsync("memory")).Split(' ');
        return (long.Parse(numbers[0], CultureInfo.InvariantCulture), long.Parse(numbers[1], CultureInfo.InvariantCulture));
    }

    /// <summary>Waits until so many streams are open, or at most so many.</summary>
    public async Task WaitForStreamsAsync(int count, bool isAtMost = false)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (int.Parse(await AskAsync("streams"), CultureInfo.InvariantCulture) is var open && (isAtMost ? open > count : open < count)) await Task.Delay(20, patience.Token);
    }

    /// <summary>Ends it in order and gives the milliseconds that took.</summary>
    public async Task<double> StopAsync() => double.Parse(await AskAsync("stop"), CultureInfo.InvariantCulture);

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        try
        {
            await _process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            _process.Kill();
        }

        _process.Dispose();
    }

    private async Task<string> AskAsync(string line)
    {
        await _process.StandardInput.WriteLineAsync(line);
        return await _process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException($"The server ended when it was asked: {line}");
    }
}
