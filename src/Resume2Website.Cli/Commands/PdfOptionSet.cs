using System.CommandLine;
using LiveWorkflows.Errors;
using Resume2Website.Cli.Running;
using Resume2Website.Sites;
using Resume2Website.Sites.Printing;

namespace Resume2Website.Cli.Commands;

/// <summary>The options that have a PDF printed beside the site.</summary>
internal sealed class PdfOptionSet
{
    private const string Ending = ".pdf";
    private readonly Option<string?> _pdf = new("--pdf") { Description = "Prints the site as a PDF too, with the Chromium of this machine: into the file named, else beside the site's folder.", Arity = ArgumentArity.ZeroOrOne, HelpName = "file" };
    private readonly Option<Paper> _paper = new("--paper") { Description = "The PDF's paper: a4 or letter.", DefaultValueFactory = _ => Paper.A4 };

    public PdfOptionSet() => _pdf.Validators.Add(result =>
    {
        if (result.Tokens is [var token] && !token.Value.EndsWith(Ending, StringComparison.OrdinalIgnoreCase)) result.AddError($"'{token.Value}' is no name for a PDF: it is to end in {Ending}. Give the CV before --pdf.");
    });

    public void AddTo(Command command)
    {
        command.Options.Add(_pdf);
        command.Options.Add(_paper);
    }

    /// <summary>Where the PDF goes; null when none is wanted.</summary>
    /// <exception cref="UsageException">It would take the place of the CV.</exception>
    /// <exception cref="WorkflowException">There is nothing to print with.</exception>
    public string? Target(ParseResult parsed, IEnumerable<FileInfo> cv, string site, ISitePrinter printer)
    {
        if (parsed.GetResult(_pdf) is null) return null;
        var target = parsed.GetValue(_pdf) ?? Path.TrimEndingDirectorySeparator(site) + Ending;
        if (cv.Any(file => file.FullName == Path.GetFullPath(target))) throw new UsageException($"'{target}' is the CV itself, so nothing was changed: give the PDF another name.");
        return printer.IsAvailable ? target : throw new WorkflowException(PrintingErrors.Unavailable);
    }

    /// <summary>Prints beside the place and moves it there.</summary>
    public async Task PrintAsync(ParseResult parsed, ISitePrinter printer, BuiltCv built, DateOnly? asOf, string target, CancellationToken cancellationToken)
    {
        var pdf = await printer.PrintAsync(built.Site, new PrintOptions { Paper = parsed.GetValue(_paper), AsOf = asOf }, cancellationToken);
        var temporary = $"{target}.{Path.GetRandomFileName()}";
        try
        {
            await File.WriteAllBytesAsync(temporary, pdf, cancellationToken);
            File.Move(temporary, target, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
    }
}
