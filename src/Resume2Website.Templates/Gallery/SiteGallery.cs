using System.Text;
using Resume2Website.Sites;

namespace Resume2Website.Templates.Gallery;

/// <summary>Every template worn by three invented people, behind one page to compare them on.</summary>
public sealed class SiteGallery(ISiteRenderer renderer)
{
    // Not today: the gallery is the same bytes whenever it is made.
    private static readonly DateOnly AsOf = new(2026, 11, 1);

    /// <summary>Renders the gallery: <c>index.html</c>, and a whole site in <c>{template}/{person}/</c> for each pair.</summary>
    public async Task<Site> RenderAsync(CancellationToken cancellationToken = default)
    {
        var files = new List<SiteFile>();
        foreach (var template in renderer.Templates)
        {
            foreach (var (index, person) in GalleryPerson.All.Index())
            {
                var options = new SiteOptions { Template = template.Name, Accent = template.Accents[index % template.Accents.Count].Name, AsOf = AsOf };
                var site = await renderer.RenderAsync(person.Resume, options, cancellationToken).ConfigureAwait(false);
                files.AddRange(site.Files.Select(file => file with { Path = $"{template.Name}/{person.Name}/{file.Path}" }));
            }
        }

        using var pages = new HtmlPages();
        var page = await pages.WriteAsync<GalleryPage>(new() { [nameof(GalleryPage.Templates)] = renderer.Templates }).ConfigureAwait(false);
        files.Add(new SiteFile(Site.Entrance, "text/html; charset=utf-8", Encoding.UTF8.GetBytes(page)));
        files.Add(new SiteFile("gallery.css", "text/css; charset=utf-8", EmbeddedFiles.Bytes("styles/gallery.css")));
        return new Site([.. files.OrderBy(file => file.Path, StringComparer.Ordinal)]);
    }
}
