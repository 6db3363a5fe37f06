using System.Text;
using LiveWorkflows.Artifacts;
using Microsoft.Net.Http.Headers;
using Resume2Website.Server.Problems;

namespace Resume2Website.Server.Publishing;

/// <summary>Serves published sites: somebody's document, shown without scripts, without this server's origin and without cookies.</summary>
internal sealed class PublishedSiteServer(PublishedSites sites, PublicAddress address)
{
    // A sandboxed document has no origin of its own, so it could reach nothing of the application even beside it.
    private const string Policy =
        "sandbox allow-popups allow-popups-to-escape-sandbox allow-downloads; default-src 'none'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
        + "form-action 'none'; base-uri 'none'; frame-ancestors 'none'";

    private static readonly byte[] Nowhere = Encoding.UTF8.GetBytes(PlainPage.Html("There is no page here", "The address may be misspelled, or its owner has taken the page down."));
    private static readonly string NowherePolicy = PlainPage.Policy("'none'");

    /// <summary>Everything that is asked of the sites' own host: sites, and never a part of the application.</summary>
    public async Task ServeHostAsync(HttpContext context)
    {
        var (slug, path) = Split(context.Request.Path.Value ?? "");
        var isReading = HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method);
        await (isReading ? await ShowAsync(context, "/", slug, path) : Results.StatusCode(StatusCodes.Status405MethodNotAllowed)).ExecuteAsync(context);
    }

    /// <summary>A site beside the application; one that has a host of its own is found there, file by file.</summary>
    public async Task<IResult> ServeBesideAsync(HttpContext context, string slug, string? path = null)
    {
        if (!address.HasHost) return await ShowAsync(context, PublicAddress.Prefix, slug, path is null && !context.Request.Path.Value!.EndsWith('/') ? null : path ?? "");
        if (!Slug.IsValid(slug)) return NotThere(context);
        var site = address.Of(context.Request, slug).AbsoluteUri.TrimEnd('/');
        return Results.Redirect(site + new PathString($"/{path}").ToUriComponent(), permanent: true, preserveMethod: true);
    }

    /// <param name="context">The request.</param>
    /// <param name="prefix">The path that sites live under here.</param>
    /// <param name="slug">What stands there for a slug; it may be anything.</param>
    /// <param name="path">What follows its slash; null when there is none.</param>
    private async Task<IResult> ShowAsync(HttpContext context, string prefix, string slug, string? path)
    {
        var found = await sites.FindAsync(slug, path ?? "", context.RequestAborted);
        if (found is null) return NotThere(context);

        // What the page names is relative to its slash. Of the request nothing is repeated: "//name" would lead to another host.
        if (path is null) return Results.Redirect($"{context.Request.PathBase}{prefix}{slug}/", permanent: true, preserveMethod: true);
        var (digest, encoding) = Choose(context.Request, found.File);
        if (!ArtifactDigest.TryParse(digest, out var parsed) || await sites.OpenAsync(found.Owner, parsed, context.RequestAborted) is not { } content) return NotThere(context);

        var headers = context.Response.Headers;
        AddPolicy(headers);

        // Nothing is called immutable: a slug may become somebody else's, whose versions are counted from 1 again.
        headers.CacheControl = found.IsLasting ? "public, max-age=600" : "public, max-age=60, must-revalidate";
        if (found.File.Brotli is not null || found.File.Gzip is not null) headers.Vary = "Accept-Encoding";
        if (encoding is not null) headers.ContentEncoding = encoding;
        return Results.Stream(content, found.File.ContentType, entityTag: new EntityTagHeaderValue($"\"{parsed.Value}\""));
    }

    private static IResult NotThere(HttpContext context)
    {
        AddPolicy(context.Response.Headers);
        context.Response.Headers.ContentSecurityPolicy = NowherePolicy;
        context.Response.Headers["X-Robots-Tag"] = "noindex";
        context.Response.Headers.CacheControl = "no-store";
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Results.Bytes(Nowhere, PlainPage.ContentType);
    }

    private static void AddPolicy(IHeaderDictionary headers)
    {
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";

        // A document without an origin has no opener to be isolated from, and its fonts are fetched in the name of no origin.
        headers["Cross-Origin-Opener-Policy"] = "unsafe-none";
        headers.AccessControlAllowOrigin = "*";
    }

    // Packed once when it was published. A page that is the same for everyone and repeats nothing of the request has no secret that its length could tell.
    private static (string Digest, string? Encoding) Choose(HttpRequest request, PublishedFile file)
    {
        var accepted = request.GetTypedHeaders().AcceptEncoding;
        if (file.Brotli is { } brotli && Takes("br")) return (brotli, "br");
        return file.Gzip is { } gzip && Takes("gzip") ? (gzip, "gzip") : (file.Digest, null);

        bool Takes(string name) => accepted.Any(encoding => encoding.Value.Equals(name, StringComparison.OrdinalIgnoreCase) && encoding.Quality != 0);
    }

    private static (string Slug, string? Path) Split(string path)
    {
        if (path is not ['/', .. var whole]) return ("", null);
        var slash = whole.IndexOf('/', StringComparison.Ordinal);
        return slash < 0 ? (whole, null) : (whole[..slash], whole[(slash + 1)..]);
    }
}
