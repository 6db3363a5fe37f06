namespace Resume2Website.Server.Publishing;

/// <summary>Where published sites are reached: under <c>/s/</c>, or on a host of their own.</summary>
internal static class PublishedSiteEndpoints
{
    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    /// <summary>Keeps the sites' host apart: whatever is asked of it is answered here, and nothing behind this is reached.</summary>
    public static void UseSiteHost(this IApplicationBuilder app)
    {
        var address = app.ApplicationServices.GetRequiredService<PublicAddress>();
        if (!address.HasHost) return;
        var server = app.ApplicationServices.GetRequiredService<PublishedSiteServer>();
        app.Use((context, next) => address.IsHost(context.Request) ? server.ServeHostAsync(context) : next(context));
    }

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapMethods("/s/{slug}", Reading, ShowAsync).ExcludeFromDescription();
        endpoints.MapMethods("/s/{slug}/{**path}", Reading, ShowAsync).ExcludeFromDescription();
    }

    private static Task<IResult> ShowAsync(HttpContext context, PublishedSiteServer server, string slug, string? path = null) => server.ServeBesideAsync(context, slug, path);
}
