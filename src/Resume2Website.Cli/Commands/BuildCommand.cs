using System.CommandLine;
using System.Text.Json;
using Resume2Website.Cli.Output;
using Resume2Website.Cli.Running;

namespace Resume2Website.Cli.Commands;

/// <summary><c>build</c>: from a CV to the folder of a site.</summary>
internal static class BuildCommand
{
    public static Command Create(Func<Task<Engine>> engine)
    {
        var input = new InputArgument();
        var design = new SiteOptionSet();
        var output = new Option<string>("--output", "-o") { Description = "The folder the site goes to.", DefaultValueFactory = _ => "site" };
        var json = new Option<bool>("--json") { Description = "Says on the output stream what was made, as JSON." };
        var strict = new Option<bool>("--strict") { Description = "Writes nothing and ends with 3 when there is anything to look at." };
        var command = new Command("build", """
            Builds a website of a CV.

            Examples:
              resume2website build cv.pdf -o site/
              resume2website build cv.docx -o site/ --accent ocean --show phone --base-url https://ada.example.org/
              resume2website build page1.jpg page2.jpg -o site/
              resume2website build resume.json -o site/ --as-of 2026-03-01 --json

            Exit codes: 0 done, 1 the CV cannot be used, 2 wrong usage, 3 a check of the site failed, 4 something needed is down.
            """);
        input.AddTo(command);
        design.AddTo(command);
        command.Options.Add(output);
        command.Options.Add(json);
        command.Options.Add(strict);
        command.SetAction((parsed, token) => Display.RunAsync(async display =>
        {
            var folder = new SiteFolder(parsed.GetRequiredValue(output));
            folder.ThrowIfTaken();
            var running = await engine();
            var built = await PasswordPrompt.RunAsync(await input.ReadAsync(parsed, token), display, cv => running.BuildAsync(cv, design.Read(parsed), display, token), token);
            if (parsed.GetValue(strict) && built.Result.Warnings.Count > 0)
            {
                display.Say("✗ There is something to look at, so nothing was written (--strict).");
                return ExitCode.GateFailed;
            }

            folder.Write(built.Site);
            display.Say($"Wrote {built.Site.Files.Count} files to {parsed.GetRequiredValue(output)}");
            if (parsed.GetValue(json)) Console.Out.WriteLine(JsonSerializer.Serialize(BuildReport.Of(built, parsed.GetRequiredValue(output)), CliJson.Default.BuildReport));
            return ExitCode.Done;
        }));
        return command;
    }
}
