using Resume2Website.Server.Problems;
using Resume2Website.Sites;

namespace Resume2Website.Server.Journey;

/// <summary>The templates to look at before there is a CV: whole sites of people who do not exist.</summary>
internal static class GalleryEndpoints
{
    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapMethods("/gallery/{**path}", Reading, ShowAsync).ExcludeFromDescription();
    }

    private static async Task<IResult> ShowAsync(HttpContext context, GalleryPages pages, string? path = null)
    {
        // Without the slash at its end the page's own links would lead beside it.
        if (string.IsNullOrEmpty(path) && !context.Request.Path.Value!.EndsWith('/')) return Results.Redirect("/gallery/");
        var page = await pages.FindAsync(string.IsNullOrEmpty(path) ? Site.Entrance : path);

        // Nobody should find an invented person in a search engine.
        context.Response.Headers["X-Robots-Tag"] = "noindex, nofollow";
        return page is null ? ServerProblems.NotFound : page.ToResult(context);
    }
}
