using System.CommandLine;

namespace Resume2Website.Cli.Commands;

/// <summary><c>themes</c>: the templates there are.</summary>
internal static class ThemesCommand
{
    public static Command Create()
    {
        var command = new Command("themes", "Lists the templates, one a line: its name, what it is like, its accents.");
        command.SetAction(_ =>
        {
            foreach (var template in KnownTemplates.All)
                Console.Out.WriteLine($"{template.Name,-8} {template.Description} Accents: {string.Join(", ", template.Accents.Select(accent => accent.Name))}.");
            return ExitCode.Done;
        });
        return command;
    }
}
