using System.Diagnostics;

namespace Resume2Website.Cli.Tests;

/// <summary>A run of the real program that goes on until it is interrupted.</summary>
internal sealed class OpenRun : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private readonly Process _process;
    private readonly List<string> _said = [];

    private OpenRun(Process process) => _process = process;

    public static OpenRun Of(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [CliRun.ProgramPath(), .. arguments]) { RedirectStandardError = true, RedirectStandardOutput = true };
        return new OpenRun(Process.Start(start)!);
    }

    /// <summary>The next line on the error stream that begins with a text.</summary>
    public async Task<string> SaysAsync(string beginning)
    {
        using var late = new CancellationTokenSource(Patience);
        while (await _process.StandardError.ReadLineAsync(late.Token) is { } line)
        {
            _said.Add(line);
            if (line.StartsWith(beginning, StringComparison.Ordinal)) return line;
        }

        throw new InvalidOperationException($"It ended without saying '{beginning}':\n{string.Join('\n', _said)}");
    }

    /// <summary>Presses Ctrl+C and gives the exit code.</summary>
    public async Task<int> InterruptAsync()
    {
        using var late = new CancellationTokenSource(Patience);
        using (var kill = Process.Start("kill", ["-INT", $"{_process.Id}"])) await kill.WaitForExitAsync(late.Token);
        await _process.WaitForExitAsync(late.Token);
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
    }
}
