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
        var pdf = new PdfOptionSet();
        var serve = new ServeOptionSet();
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
              resume2website build cv.pdf -o site/ --section-order work,skills --hide interests --rename work="Where I worked"
              resume2website build cv.pdf -o site/ --pdf ada.pdf --paper letter
              resume2website build cv.md -o site/ --watch --serve

            Exit codes: 0 done, 1 the CV cannot be used, 2 wrong usage, 3 a check of the site failed, 4 something needed is down.
            """);
        input.AddTo(command);
        design.AddTo(command);
        pdf.AddTo(command);
        serve.AddTo(command);
        command.Options.Add(output);
        command.Options.Add(json);
        command.Options.Add(strict);
        string? password = null;
        command.SetAction((parsed, token) => serve.RunAsync(parsed, input.FilesOf(parsed), async () =>
        {
            BuiltCv? written = null;
            var exitCode = await Display.RunAsync(async display =>
            {
                var place = parsed.GetRequiredValue(output);
                var folder = new SiteFolder(place);
                folder.ThrowIfTaken();
                var running = await engine();
                var target = pdf.Target(parsed, input.FilesOf(parsed), place, running.Printer);
                var options = design.Read(parsed);
                var cv = await input.ReadAsync(parsed, token);
                // Who has typed the password once is not asked again when the CV changes.
                var built = await PasswordPrompt.RunAsync(cv with { Password = cv.Password ?? password }, display, asked =>
                {
                    password = asked.Password;
                    return running.BuildAsync(asked, options, display, token);
                }, token);
                if (parsed.GetValue(strict) && built.Result.Warnings.Count > 0)
                {
                    foreach (var finding in built.Findings) display.Say($"✗ {finding.Gate} ({finding.Path}): {finding.Message}");
                    display.Say("✗ There is something to look at, so nothing was written (--strict).");
                    Report(built, null, null);
                    return ExitCode.GateFailed;
                }

                if (target is not null) await pdf.PrintAsync(parsed, running.Printer, built, options.AsOf, target, token);
                folder.Write(built.Site);
                written = built;
                display.Say($"Wrote {built.Site.Files.Count} files to {place}{(target is null ? "" : $" and {target}")}");
                Report(built, place, target);
                return ExitCode.Done;
            });
            return (exitCode, written);

            void Report(BuiltCv what, string? where, string? printed)
            {
                if (parsed.GetValue(json)) Console.Out.WriteLine(JsonSerializer.Serialize(BuildReport.Of(what, where, printed), CliJson.Default.BuildReport));
            }
        }, token));
        return command;
    }
}
