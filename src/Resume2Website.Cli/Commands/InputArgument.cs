using System.CommandLine;
using Resume2Website.Cli.Running;

namespace Resume2Website.Cli.Commands;

/// <summary>The CV that a command works on, and its password.</summary>
internal sealed class InputArgument
{
    private readonly Argument<FileInfo[]> _files = new("cv")
    {
        Description = "The CV: PDF, Word (.docx; .doc, .rtf and .odt with LibreOffice), text, Markdown, a resume.json, or scans and photos (JPEG, PNG, WebP, TIFF), several of which are the pages of one CV.",
        Arity = ArgumentArity.OneOrMore,
    };
    private readonly Option<string?> _password = new("--password") { Description = "The password of a protected PDF. Others on this machine can read it in the command: without it, you are asked at the terminal." };

    private readonly Option<bool> _llm = new("--llm")
    {
        Description = "Sends the text of the CV to the language model that Resume2Website__Llm__Endpoint and …__Model (and …__ApiKey) name in the environment. Without it nothing leaves this machine.",
    };

    public void AddTo(Command command)
    {
        command.Arguments.Add(_files);
        command.Options.Add(_password);
        command.Options.Add(_llm);
    }

    /// <summary>The files that were named, whether they exist or not.</summary>
    public IReadOnlyList<FileInfo> FilesOf(ParseResult parsed) => parsed.GetRequiredValue(_files);

    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    public Task<CvInput> ReadAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var files = parsed.GetRequiredValue(_files);
        return Array.Find(files, file => !file.Exists) is { } missing
            ? throw new FileNotFoundException($"There is no file '{missing}'.")
            : CvInput.ReadAsync(files, parsed.GetValue(_password), parsed.GetValue(_llm), cancellationToken);
    }
}
