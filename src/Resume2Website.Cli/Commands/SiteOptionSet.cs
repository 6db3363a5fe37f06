using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Resume2Website.Sites;

namespace Resume2Website.Cli.Commands;

/// <summary>The options that say how the site is to be.</summary>
internal sealed class SiteOptionSet
{
    private static readonly string[] Showable = ["phone", "address"];
    private readonly Option<string> _template = new("--template") { Description = "The template; 'themes' lists them.", DefaultValueFactory = _ => new SiteOptions().Template };
    private readonly Option<string?> _accent = new("--accent") { Description = "The accent, one of the template's." };
    private readonly Option<string[]> _show = new("--show") { Description = "Shows what is hidden otherwise: phone, address, or both as phone,address.", AllowMultipleArgumentsPerToken = true };
    private readonly Option<EmailVisibility> _email = new("--email") { Description = "The mail address: shown, obfuscated or hidden.", DefaultValueFactory = _ => EmailVisibility.Shown };
    private readonly Option<Uri?> _baseUrl = new("--base-url") { Description = "Where the site will live; adds canonical link and sitemap.", CustomParser = WebAddress };
    private readonly Option<DateOnly?> _asOf = new("--as-of") { Description = "The day that counts as today for durations (YYYY-MM-DD); the same day gives the same bytes.", CustomParser = Day };
    private readonly Option<string?> _language = new("--language") { Description = "The language of headings and dates, such as de; the CV's own otherwise." };

    private readonly SectionOptionSet _sections = new();

    public SiteOptionSet()
    {
        _show.Validators.Add(result =>
        {
            foreach (var name in Split(result.Tokens.Select(token => token.Value)).Where(name => !Showable.Contains(name)))
                result.AddError($"'{name}' is nothing that --show knows. It knows: {string.Join(", ", Showable)}.");
        });
        _language.Validators.Add(result =>
        {
            if (KnownTemplates.LanguageFaultOf(result.Tokens[0].Value) is { } fault) result.AddError(fault);
        });
    }

    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { _template, _accent, _show, _email, _baseUrl, _asOf, _language }) command.Options.Add(option);
        _sections.AddTo(command);
        command.Validators.Add(result =>
        {
            if (KnownTemplates.FaultOf(result.GetValue(_template) ?? new SiteOptions().Template, result.GetValue(_accent)) is { } fault) result.AddError(fault);
        });
    }

    public SiteOptions Read(ParseResult parsed)
    {
        var shown = Split(parsed.GetValue(_show) ?? []).ToList();
        return _sections.AddTo(new SiteOptions
        {
            Template = parsed.GetRequiredValue(_template),
            Accent = parsed.GetValue(_accent),
            AsOf = parsed.GetValue(_asOf) ?? DateOnly.FromDateTime(TimeProvider.System.GetLocalNow().DateTime),
            Language = parsed.GetValue(_language),
            BaseUrl = parsed.GetValue(_baseUrl),
            ShowPhone = shown.Contains("phone"),
            ShowAddress = shown.Contains("address"),
            Email = parsed.GetValue(_email),
        }, parsed);
    }

    private static IEnumerable<string> Split(IEnumerable<string> lists) => lists.SelectMany(list => list.Split(',', StringSplitOptions.TrimEntries));

    // The parser's own words name a type of the runtime.
    private static DateOnly? Day(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return day;
        result.AddError($"'{text}' is no day: write it as YYYY-MM-DD, such as 2026-03-01.");
        return null;
    }

    // The parser's own reading knows no addresses.
    private static Uri? WebAddress(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        if (Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https") return url;
        result.AddError($"'{text}' is no web address: give one with https://.");
        return null;
    }
}
