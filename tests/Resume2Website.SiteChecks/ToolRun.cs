using System.ComponentModel;
using System.Diagnostics;

namespace Resume2Website.SiteChecks;

/// <summary>A program that ran to its end.</summary>
/// <param name="ExitCode">How it ended.</param>
/// <param name="Output">What it wrote to its output stream.</param>
/// <param name="Errors">What it wrote to its error stream.</param>
public sealed record ToolRun(int ExitCode, string Output, string Errors)
{
    /// <summary>Runs a program; it is ended with all its children when it takes longer than it may.</summary>
    /// <exception cref="ToolMissingException">There is no such program.</exception>
    /// <exception cref="TimeoutException">It took too long.</exception>
    public static async Task<ToolRun> OfAsync(
        string program, string package, IEnumerable<string> arguments, TimeSpan limit, IReadOnlyDictionary<string, string>? environment = null, CancellationToken cancellationToken = default)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in environment ?? new Dictionary<string, string>()) start.Environment[name] = value;
        using var process = Started(start, package);
        using var late = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        late.CancelAfter(limit);
        try
        {
            var (output, errors) = (process.StandardOutput.ReadToEndAsync(late.Token), process.StandardError.ReadToEndAsync(late.Token));
            await process.WaitForExitAsync(late.Token);
            return new ToolRun(process.ExitCode, await output, await errors);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException($"{program} took more than {limit.TotalSeconds:0} s.");
        }
        finally
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
        }
    }

    private static Process Started(ProcessStartInfo start, string package)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception)
        {
            throw new ToolMissingException($"{start.FileName} is not installed (Debian: apt-get install {package}).");
        }
    }
}
