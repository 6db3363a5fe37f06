using System.Collections.Frozen;
using Resume2Website.Sites;
using Resume2Website.Templates.Gallery;

namespace Resume2Website.Server.Journey;

/// <summary>The files of the gallery, rendered when somebody first asks for one and kept: they change only with the program.</summary>
internal sealed class GalleryPages(ISiteRenderer renderer)
{
    // Sites have no script, and may be framed by the gallery's own page.
    private const string Policy =
        "default-src 'none'; style-src 'self'; img-src 'self' data:; font-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

    // Nobody's request: whoever comes second waits for the same rendering, even if the first has left.
    private readonly Lazy<Task<FrozenDictionary<string, PageAsset>>> _assets = new(async () =>
        (await new SiteGallery(renderer).RenderAsync(CancellationToken.None)).Files
            .ToFrozenDictionary(file => file.Path, file => new PageAsset(file.Content.ToArray(), file.ContentType, Policy), StringComparer.Ordinal));

    /// <summary>The file at a path, or null.</summary>
    public async Task<PageAsset?> FindAsync(string path) => (await _assets.Value).GetValueOrDefault(path);
}
