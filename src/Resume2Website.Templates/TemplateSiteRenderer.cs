using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Resume2Website.Resumes;
using Resume2Website.Sites;
using Resume2Website.Sites.Privacy;
using Resume2Website.Templates.Extras;
using Resume2Website.Templates.Fonts;
using Resume2Website.Templates.Palettes;
using Resume2Website.Templates.Preview;
using Resume2Website.Templates.Words;

namespace Resume2Website.Templates;

/// <summary>Renders sites with Razor components.</summary>
internal sealed class TemplateSiteRenderer : ISiteRenderer, IDisposable
{
    private static readonly SiteTemplate[] Known =
    [
        Gutter.GutterTemplate.Template, Ledger.LedgerTemplate.Template, Folio.FolioTemplate.Template,
        Scholar.ScholarTemplate.Template, Board.BoardTemplate.Template,
    ];
    private static readonly ResumeJson Json = new(new JsonSerializerOptions(ResumeJson.Default.Options)
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    });

    private readonly HtmlPages _pages = new();

    public IReadOnlyList<TemplateInfo> Templates { get; } =
    [
        .. Known.Select(template => new TemplateInfo(
            template.Name, template.Description, [.. template.Accents.Select(accent => new AccentInfo(accent.Name, accent.Light, accent.Dark))])),
    ];

    public IReadOnlyList<string> Languages { get; } = [.. SiteLanguages.Known.Select(words => words.Language).Order(StringComparer.Ordinal)];

    public async Task<Site> RenderAsync(Resume resume, SiteOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(resume);
        ArgumentNullException.ThrowIfNull(options);
        cancellationToken.ThrowIfCancellationRequested();

        var template = TemplateOf(options);
        var accent = AccentOf(template, options);
        RequireWebAddress(options.BaseUrl);
        var view = new SiteView(PublicResume.Of(resume, options), options, template, accent);
        var page = await PageAsync(template, view).ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();

        var fonts = new FontSheet(template.Fonts, PageText.Of(page));
        var files = new List<SiteFile>
        {
            Text(Site.Entrance, "text/html; charset=utf-8", page),
            Text("style.css", "text/css; charset=utf-8", fonts.Css + template.StyleSheet(accent)),
            Text("favicon.svg", "image/svg+xml", Favicon.Of(view)),
            Text("resume.json", "application/json", JsonSerializer.Serialize(view.Resume, Json.Resume) + "\n"),
            Text("contact.vcf", "text/vcard; charset=utf-8", VCard.Of(view)),
            new("og.png", "image/png", PreviewPicture.Draw(view)),
        };
        files.AddRange(fonts.Files);
        if (view.Photo is { } photo) files.AddRange(photo.Sizes.Select(size => new SiteFile(size.Path, "image/jpeg", size.Bytes)));
        if (options.BaseUrl is not null)
        {
            files.Add(Text("sitemap.xml", "application/xml", Sitemap.Xml(view)));
            files.Add(Text("robots.txt", "text/plain; charset=utf-8", Sitemap.Robots(view)));
        }

        return new Site([.. files.OrderBy(file => file.Path, StringComparer.Ordinal)]);
    }

    public void Dispose() => _pages.Dispose();

    private Task<string> PageAsync(SiteTemplate template, SiteView view) =>
        _pages.WriteAsync<SiteRoot>(new() { [nameof(SiteRoot.View)] = view, [nameof(SiteRoot.Page)] = template.Page });

    private static SiteTemplate TemplateOf(SiteOptions options) =>
        Array.Find(Known, template => template.Name == options.Template) ?? throw new ArgumentException(
            $"There is no such template. Templates: {string.Join(", ", Known.Select(template => template.Name))}.", nameof(options));

    private static Accent AccentOf(SiteTemplate template, SiteOptions options) =>
        options.Accent is null
            ? template.Accents[0]
            : template.Accents.FirstOrDefault(accent => accent.Name == options.Accent) ?? throw new ArgumentException(
                $"The template {template.Name} has no such accent. Accents: {string.Join(", ", template.Accents.Select(accent => accent.Name))}.", nameof(options));

    private static void RequireWebAddress(Uri? baseUrl)
    {
        if (baseUrl is null || (baseUrl.IsAbsoluteUri && baseUrl.Scheme is ("http" or "https"))) return;
        throw new ArgumentException("A site's base URL is an absolute http or https address.", nameof(baseUrl));
    }

    private static SiteFile Text(string path, string contentType, string text) => new(path, contentType, Encoding.UTF8.GetBytes(text));
}
