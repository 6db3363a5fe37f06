using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Resume2Website.Sites;

namespace Resume2Website.SiteChecks.Scores;

/// <summary>Serves a site on loopback as a good host does: compressed, with the right types.</summary>
public sealed class SiteServer : IAsyncDisposable
{
    private readonly WebApplication _host;
    private int _requests;

    private SiteServer(WebApplication host) => _host = host;

    /// <summary>How many requests came.</summary>
    public int Requests => Volatile.Read(ref _requests);

    /// <summary>Where the page is.</summary>
    public Uri Address => new(_host.Urls.First());

    /// <summary>Starts on a free port.</summary>
    public static async Task<SiteServer> StartAsync(Site site)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddResponseCompression(compression => compression.MimeTypes = ["text/html", "text/css", "image/svg+xml", "application/json", "text/vcard"]);
        var host = builder.Build();
        var server = new SiteServer(host);
        host.Use(next => context =>
        {
            Interlocked.Increment(ref server._requests);
            return next(context);
        });
        host.UseResponseCompression();
        host.MapGet("/{**path}", (HttpContext context, string? path) =>
        {
            if (site.Find(string.IsNullOrEmpty(path) ? "index.html" : path) is not { } file) return Results.NotFound();
            context.Response.Headers.CacheControl = "public, max-age=31536000";
            return Results.Bytes(file.Content, file.ContentType);
        });
        await host.StartAsync();
        return server;
    }

    /// <summary>Ends it.</summary>
    public ValueTask DisposeAsync() => _host.DisposeAsync();
}
