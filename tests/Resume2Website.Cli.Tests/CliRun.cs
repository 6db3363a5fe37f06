using System.Diagnostics;

namespace Resume2Website.Cli.Tests;

/// <summary>A run of the real program, to its end.</summary>
internal sealed record CliRun(int ExitCode, string Output, string Errors)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public static Task<CliRun> OfAsync(params string[] arguments) => ToItsEndAsync(new ProcessStartInfo("dotnet", [ProgramPath(), .. arguments]));

    /// <summary>The same with variables in the environment.</summary>
    public static Task<CliRun> WithAsync(IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [ProgramPath(), .. arguments]);
        foreach (var (name, value) in environment) start.Environment[name] = value;
        return ToItsEndAsync(start);
    }

    /// <summary>The same at a terminal of a width, whose both streams are then the output; util-linux's script lends it.</summary>
    public static Task<CliRun> AtTerminalAsync(int width, params string[] arguments) => TypedAsync(width, "", arguments);

    /// <summary>The same, where somebody types.</summary>
    public static Task<CliRun> TypedAsync(int width, string typed, params string[] arguments)
    {
        var command = string.Join(' ', new[] { "dotnet", ProgramPath() }.Concat(arguments).Select(part => $"'{part}'"));
        var start = new ProcessStartInfo("script", ["-qec", $"stty cols {width}; {command}", "/dev/null"]);
        start.Environment["TERM"] = "xterm-256color";
        foreach (var name in new[] { "CI", "NO_COLOR" }) start.Environment.Remove(name);
        return ToItsEndAsync(start, typed);
    }

    private static async Task<CliRun> ToItsEndAsync(ProcessStartInfo start, string typed = "")
    {
        start.RedirectStandardOutput = start.RedirectStandardError = start.RedirectStandardInput = true;
        using var process = Process.Start(start)!;
        await process.StandardInput.WriteAsync(typed);
        // The end of the input would end the terminal before anybody reads from it.
        if (typed.Length == 0) process.StandardInput.Close();
        else await process.StandardInput.FlushAsync();
        using var late = new CancellationTokenSource(Patience);
        var output = process.StandardOutput.ReadToEndAsync(late.Token);
        var errors = process.StandardError.ReadToEndAsync(late.Token);
        try
        {
            await process.WaitForExitAsync(late.Token);
            return new CliRun(process.ExitCode, await output, await errors);
        }
        finally
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
        }
    }

    /// <summary>The program in its own folder, where its reader lies beside it: from tests/X/bin/CONFIGURATION/FRAMEWORK to src/.</summary>
    public static string ProgramPath()
    {
        var framework = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
        var configuration = framework.Parent!;
        var root = configuration.Parent!.Parent!.Parent!.Parent!;
        return Path.Combine(root.FullName, "src", "Resume2Website.Cli", "bin", configuration.Name, framework.Name, "Resume2Website.Cli.dll");
    }
}
