using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace LiveWorkflows.AspNetCore.Tests.Samples;

/// <summary>Runs a sample in another language as its reader would.</summary>
internal static class Script
{
    public static string Folder { get; } = Path.Combine(Path.GetDirectoryName(ThisFile())!, "..", "..", "..", "samples");

    public static async Task<(int ExitCode, string Output)> RunAsync(string program, string? workingDirectory, params string[] arguments)
    {
        using var patience = new CancellationTokenSource(WebHost.Patience);
        using var process = Start(program, workingDirectory, arguments);
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(patience.Token);
            var errors = process.StandardError.ReadToEndAsync(patience.Token);
            await process.WaitForExitAsync(patience.Token);
            return (process.ExitCode, await output + await errors);
        }
        finally
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
        }
    }

    private static Process Start(string program, string? workingDirectory, string[] arguments)
    {
        try
        {
            var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = workingDirectory ?? "" };
            return Process.Start(start)!;
        }
        catch (Win32Exception)
        {
            throw new InvalidOperationException($"'{program}' was not found; ./test.sh installs what the samples need (on Debian: apt-get install python3 curl bash).");
        }
    }

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
