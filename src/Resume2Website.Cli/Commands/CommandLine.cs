using System.CommandLine;
using System.CommandLine.Help;
using Resume2Website.Cli.Running;

namespace Resume2Website.Cli.Commands;

/// <summary>The verbs.</summary>
internal static class CommandLine
{
    public static async Task<int> RunAsync(string[] arguments, Func<Task<Engine>> engine)
    {
        var root = new Command("resume2website", "Turns a CV into a website: resume2website build cv.pdf -o site/")
        {
            new HelpOption(), new VersionOption(),
            BuildCommand.Create(engine), ExtractCommand.Create(engine), ThemesCommand.Create(),
        };
        var parsed = root.Parse(arguments);
        if (parsed.Errors.Count == 0) return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        foreach (var error in parsed.Errors) await Console.Error.WriteLineAsync($"✗ {error.Message}");
        await Console.Error.WriteLineAsync("resume2website --help shows what can be given.");
        return ExitCode.Usage;
    }
}
