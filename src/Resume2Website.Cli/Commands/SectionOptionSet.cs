using System.CommandLine;
using System.CommandLine.Parsing;
using Resume2Website.Sites;

namespace Resume2Website.Cli.Commands;

/// <summary>The options that order, hide and rename sections, and hide the photo.</summary>
internal sealed class SectionOptionSet
{
    private const string Photo = "photo";
    private readonly Option<string[]> _order = new("--section-order") { Description = "Sections in the order wanted, such as work,skills; the others follow in the template's order.", HelpName = "sections" };
    private readonly Option<string[]> _hide = new("--hide") { Description = "Leaves sections or the photo out, such as interests,photo. What is left out is in no file of the site.", HelpName = "sections" };
    private readonly Option<string[]> _rename = new("--rename") { Description = "Gives a section a heading of your own: --rename work=\"Where I worked\". May be repeated.", HelpName = "section=heading" };

    public SectionOptionSet()
    {
        _order.Validators.Add(result => Check(result, NamesIn(result.Tokens)));
        _hide.Validators.Add(result => Check(result, NamesIn(result.Tokens).Where(name => name != Photo)));
        _rename.Validators.Add(result =>
        {
            foreach (var token in result.Tokens.Where(token => token.Value.IndexOf('=', StringComparison.Ordinal) < 1 || Heading(token.Value).Length == 0))
                result.AddError($"'{token.Value}' is no new heading: write --rename work=\"Where I worked\".");
            Check(result, result.Tokens.Where(token => token.Value.Contains('=', StringComparison.Ordinal)).Select(token => Section(token.Value)));
        });
    }

    public void AddTo(Command command)
    {
        foreach (var option in new[] { _order, _hide, _rename }) command.Options.Add(option);
    }

    /// <summary>The options with what was said of sections.</summary>
    public SiteOptions AddTo(SiteOptions options, ParseResult parsed) => options with
    {
        SectionOrder = [.. Split(parsed.GetValue(_order) ?? [])],
        HiddenSections = [.. Split(parsed.GetValue(_hide) ?? []).Where(name => name != Photo)],
        ShowPhoto = !Split(parsed.GetValue(_hide) ?? []).Contains(Photo),
        SectionTitles = (parsed.GetValue(_rename) ?? []).GroupBy(Section, StringComparer.OrdinalIgnoreCase).ToDictionary(group => group.Key, group => Heading(group.Last())),
    };

    private static IEnumerable<string> NamesIn(IEnumerable<Token> tokens) => Split(tokens.Select(token => token.Value));

    private static IEnumerable<string> Split(IEnumerable<string> lists) => lists.SelectMany(list => list.Split(',', StringSplitOptions.TrimEntries));

    private static string Section(string renaming) => renaming[..renaming.IndexOf('=', StringComparison.Ordinal)].Trim();

    private static string Heading(string renaming) => renaming[(renaming.IndexOf('=', StringComparison.Ordinal) + 1)..].Trim();

    private static void Check(OptionResult result, IEnumerable<string> names)
    {
        foreach (var name in names.Where(name => !SiteSections.Has(name))) result.AddError($"There is no section '{name}'. Sections: {string.Join(", ", SiteSections.Names)}.");
    }
}
