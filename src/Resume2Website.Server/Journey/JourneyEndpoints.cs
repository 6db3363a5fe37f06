namespace Resume2Website.Server.Journey;

/// <summary>The page that takes a CV and follows it, and the files it is made of.</summary>
internal static class JourneyEndpoints
{
    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    /// <summary>Serves the page on <c>/</c> and <c>/cv/{job_id}</c>, and its files beside it.</summary>
    /// <remarks>The page is the same for every address: it learns from the API whether there is such a job, and whose it is.</remarks>
    public static IEndpointRouteBuilder MapJourney(this IEndpointRouteBuilder endpoints)
    {
        var assets = PageAssets.Load(Path.Combine(AppContext.BaseDirectory, "wwwroot"));
        var page = assets["index.html"];

        endpoints.MapMethods("/", Reading, page.ToResult).ExcludeFromDescription();
        endpoints.MapMethods("/cv/{job_id}", Reading, page.ToResult).ExcludeFromDescription();
        foreach (var (path, asset) in assets)
        {
            if (asset != page) endpoints.MapMethods("/" + path, Reading, asset.ToResult).ExcludeFromDescription();
        }

        return endpoints;
    }
}
