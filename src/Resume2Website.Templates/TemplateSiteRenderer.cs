using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Resume2Website.Resumes;
using Resume2Website.Sites;
using Resume2Website.Sites.Privacy;
using Resume2Website.Templates.Extras;
using Resume2Website.Templates.Gutter;
using Resume2Website.Templates.Palettes;
using Resume2Website.Templates.Preview;

namespace Resume2Website.Templates;

/// <summary>Renders sites with Razor components.</summary>
/// <remarks>Components log nothing here: whatever they could say would be somebody's CV.</remarks>
internal sealed class TemplateSiteRenderer : ISiteRenderer, IDisposable
{
    private static readonly SiteTemplate[] Known = [GutterTemplate.Template];
    private static readonly ResumeJson Json = new(new JsonSerializerOptions(ResumeJson.Default.Options)
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    });

    // Services of its own: the host's encoder writes é as &#xE9; and must not be changed for our sake.
    private readonly ServiceProvider _services = new ServiceCollection()
        .AddSingleton(HtmlEncoder.Create(UnicodeRanges.All))
        .BuildServiceProvider();

    public IReadOnlyList<string> Templates { get; } = [.. Known.Select(template => template.Name)];

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

        var files = new List<SiteFile>
        {
            Text("index.html", "text/html; charset=utf-8", page),
            Text("style.css", "text/css; charset=utf-8", template.StyleSheet(accent)),
            Text("favicon.svg", "image/svg+xml", Favicon.Of(view)),
            Text("resume.json", "application/json", JsonSerializer.Serialize(view.Resume, Json.Resume) + "\n"),
            Text("contact.vcf", "text/vcard; charset=utf-8", VCard.Of(view)),
            new("og.png", "image/png", PreviewPicture.Draw(view)),
        };
        if (view.Photo is { } photo) files.Add(new SiteFile(photo.Path, photo.ContentType, photo.Bytes));
        if (options.BaseUrl is not null)
        {
            files.Add(Text("sitemap.xml", "application/xml", Sitemap.Xml(view)));
            files.Add(Text("robots.txt", "text/plain; charset=utf-8", Sitemap.Robots(view)));
        }

        return new Site([.. files.OrderBy(file => file.Path, StringComparer.Ordinal)]);
    }

    public void Dispose() => _services.Dispose();

    private async Task<string> PageAsync(SiteTemplate template, SiteView view)
    {
        var html = new HtmlRenderer(_services, NullLoggerFactory.Instance);
        await using (html.ConfigureAwait(false))
        {
            return await html.Dispatcher.InvokeAsync(async () =>
            {
                var parameters = ParameterView.FromDictionary(new Dictionary<string, object?>
                {
                    [nameof(SiteRoot.View)] = view,
                    [nameof(SiteRoot.Page)] = template.Page,
                });
                var root = await html.RenderComponentAsync<SiteRoot>(parameters).ConfigureAwait(true);
                return root.ToHtmlString();
            }).ConfigureAwait(false);
        }
    }

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
