using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Resume2Website.Sites;
using Resume2Website.Templates;

namespace Resume2Website.Cli.Commands;

/// <summary><c>themes</c>: the templates there are.</summary>
internal static class ThemesCommand
{
    public static Command Create()
    {
        var command = new Command("themes", "Lists the templates, one a line.");
        command.SetAction(_ =>
        {
            using var services = new ServiceCollection().AddSiteTemplates().BuildServiceProvider();
            foreach (var template in services.GetRequiredService<ISiteRenderer>().Templates) Console.Out.WriteLine(template);
            return ExitCode.Done;
        });
        return command;
    }
}
