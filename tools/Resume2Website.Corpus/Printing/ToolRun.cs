using System.Diagnostics;

namespace Resume2Website.Corpus.Printing;

/// <summary>Runs a program of the machine and waits for it.</summary>
internal static class ToolRun
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    /// <summary>Runs.</summary>
    /// <exception cref="InvalidOperationException">It is missing, fails or takes more than a minute.</exception>
    public static void Run(string program, params IEnumerable<string> arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true, RedirectStandardOutput = true })
            ?? throw new InvalidOperationException($"{program} did not start: install it.");
        var (errors, output) = (process.StandardError.ReadToEndAsync(), process.StandardOutput.ReadToEndAsync());
        if (!process.WaitForExit(Limit))
        {
            process.Kill(entireProcessTree: true);
            throw new InvalidOperationException($"{program} took more than {Limit.TotalSeconds} s: try again with less beside it.");
        }

        Task.WaitAll(errors, output);
        if (process.ExitCode != 0) throw new InvalidOperationException($"{program} ended with {process.ExitCode}: {errors.Result}");
    }
}
