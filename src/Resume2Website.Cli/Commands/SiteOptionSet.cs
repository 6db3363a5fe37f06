using System.CommandLine;
using Resume2Website.Sites;

namespace Resume2Website.Cli.Commands;

/// <summary>The options that say how the site is to be.</summary>
internal sealed class SiteOptionSet
{
    private static readonly string[] Showable = ["phone", "address"];
    private readonly Option<string> _template = new("--template") { Description = "The template; 'themes' lists them.", DefaultValueFactory = _ => new SiteOptions().Template };
    private readonly Option<string?> _accent = new("--accent") { Description = "The accent, one of the template's." };
    private readonly Option<string[]> _show = new("--show") { Description = "Shows what is hidden otherwise: phone, address. May be repeated.", AllowMultipleArgumentsPerToken = true };
    private readonly Option<EmailVisibility> _email = new("--email") { Description = "The mail address: shown, obfuscated or hidden.", DefaultValueFactory = _ => EmailVisibility.Shown };
    private readonly Option<Uri?> _baseUrl = new("--base-url") { Description = "Where the site will live; adds canonical link and sitemap." };
    private readonly Option<DateOnly?> _asOf = new("--as-of") { Description = "The day that counts as today for durations (YYYY-MM-DD); the same day gives the same bytes." };
    private readonly Option<string?> _language = new("--language") { Description = "The language of headings and dates, such as de; the CV's own otherwise." };

    public SiteOptionSet()
    {
        _show.AcceptOnlyFromAmong(Showable);
        _baseUrl.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && !(Uri.TryCreate(token.Value, UriKind.Absolute, out var url) && url.Scheme is "http" or "https"))
                result.AddError($"'{token.Value}' is no web address: give one with https://.");
        });
    }

    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { _template, _accent, _show, _email, _baseUrl, _asOf, _language }) command.Options.Add(option);
    }

    public SiteOptions Read(ParseResult parsed)
    {
        var shown = parsed.GetValue(_show) ?? [];
        return new SiteOptions
        {
            Template = parsed.GetRequiredValue(_template),
            Accent = parsed.GetValue(_accent),
            AsOf = parsed.GetValue(_asOf) ?? DateOnly.FromDateTime(TimeProvider.System.GetLocalNow().DateTime),
            Language = parsed.GetValue(_language),
            BaseUrl = parsed.GetValue(_baseUrl),
            ShowPhone = shown.Contains("phone"),
            ShowAddress = shown.Contains("address"),
            Email = parsed.GetValue(_email),
        };
    }
}
