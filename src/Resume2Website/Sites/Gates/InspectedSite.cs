using System.Text;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Resume2Website.Resumes;

namespace Resume2Website.Sites.Gates;

/// <summary>A site together with what it was made from, its page parsed once for all gates.</summary>
internal sealed class InspectedSite(Resume resume, SiteOptions options, Site site)
{
    private readonly Lazy<IHtmlDocument> _page = new(() => new HtmlParser().ParseDocument(TextOf(site.Find(Site.Entrance))));

    public Resume Resume { get; } = resume;

    public SiteOptions Options { get; } = options;

    public Site Site { get; } = site;

    public IHtmlDocument Page => _page.Value;

    public IEnumerable<SiteFile> TextFiles => Site.Files.Where(file =>
        file.ContentType.StartsWith("text/", StringComparison.Ordinal)
        || file.ContentType is "application/json" or "application/xml" or "image/svg+xml");

    public static string TextOf(SiteFile? file) => file is null ? "" : Encoding.UTF8.GetString(file.Content.Span);
}
