using System.CommandLine;
using Resume2Website.Cli.Output;
using Resume2Website.Cli.Running;

namespace Resume2Website.Cli.Commands;

/// <summary><c>extract</c>: from a CV to JSON Resume.</summary>
internal static class ExtractCommand
{
    public static Command Create(Func<Task<Engine>> engine)
    {
        var input = new InputArgument();
        var command = new Command("extract", """
            Writes the résumé of a CV to the output stream, as JSON Resume with confidence and provenance.

            Examples:
              resume2website extract cv.pdf > resume.json
              resume2website extract cv.docx | jq .work
            """);
        input.AddTo(command);
        command.SetAction((parsed, token) => Display.RunAsync(async display =>
        {
            var running = await engine();
            var resume = await PasswordPrompt.RunAsync(await input.ReadAsync(parsed, token), display, cv => running.ExtractAsync(cv, display, token), token);
            await using var stdout = Console.OpenStandardOutput();
            await stdout.WriteAsync(resume, token);
            return ExitCode.Done;
        }));
        return command;
    }
}
