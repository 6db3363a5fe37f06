namespace Resume2Website.Server.Hosting;

/// <summary>The headers that every answer carries, unless its endpoint has set stricter ones.</summary>
internal static class SecurityHeaders
{
    private const string AppPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; "
        + "frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /// <summary>The page that shows the API writes its own script and styles into itself; they come from this server all the same.</summary>
    private const string ApiPagePolicy =
        "default-src 'none'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; "
        + "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    public static void Use(IApplicationBuilder app) => app.Use((context, next) =>
    {
        context.Response.OnStarting(static state =>
        {
            Add((HttpContext)state);
            return Task.CompletedTask;
        }, context);
        return next(context);
    });

    private static void Add(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        var isApiPage = context.Request.Path.StartsWithSegments("/scalar", StringComparison.OrdinalIgnoreCase);
        headers.TryAdd("Content-Security-Policy", isApiPage ? ApiPagePolicy : AppPolicy);

        // Tickets may stand in URLs, so no address of ours is told to anybody.
        headers.TryAdd("Referrer-Policy", "no-referrer");
        headers.TryAdd("Cross-Origin-Opener-Policy", "same-origin");
        headers.TryAdd("Permissions-Policy", "camera=(), microphone=(), geolocation=()");
        if (context.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal)) headers.TryAdd("Cache-Control", "no-store");
    }
}
