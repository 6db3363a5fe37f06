using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Resume2Website.Sites;

namespace Resume2Website.Cli.Serving;

/// <summary>Shows a site to the browsers of this machine, from memory and to nobody else.</summary>
internal sealed class LocalSite : IAsyncDisposable
{
    /// <summary>Where it is shown when no port is named, unless something else is there.</summary>
    public const int UsualPort = 4400;

    private const string Changes = "/-/changes";
    private static readonly string[] OwnNames = ["localhost", "127.0.0.1"];
    private readonly WebApplication _application;
    private volatile ShownSite _shown;

    private LocalSite(Site site, bool isReloading, int port)
    {
        _shown = new ShownSite(site, isReloading ? 1 : null);
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, port);
            kestrel.AddServerHeader = false;
        });
        // The terminal belongs to the display, and a browser that keeps a page open must not hold the program.
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = TimeSpan.FromSeconds(1));
        _application = builder.Build();
        _application.Run(AnswerAsync);
    }

    /// <summary>Where browsers find it.</summary>
    public Uri Address => new($"http://localhost:{new Uri(_application.Urls.First()).Port}/");

    /// <summary>Begins to show a site.</summary>
    /// <param name="site">The site.</param>
    /// <param name="isReloading">Whether open pages load themselves anew when another site is shown.</param>
    /// <param name="port">The port; <see cref="UsualPort"/>, or a free one where that is taken, when null.</param>
    /// <exception cref="UsageException">Something else listens on the port that was named.</exception>
    public static async Task<LocalSite> StartAsync(Site site, bool isReloading, int? port, CancellationToken cancellationToken)
    {
        var local = new LocalSite(site, isReloading, port ?? UsualPort);
        try
        {
            await local._application.StartAsync(cancellationToken);
            return local;
        }
        catch (Exception exception) when (exception is SocketException or IOException { InnerException: AddressInUseException or SocketException })
        {
            await local.DisposeAsync();
            return port is null
                ? await StartAsync(site, isReloading, 0, cancellationToken)
                : throw new UsageException($"Port {port} cannot be used: something else listens there, or it is the system's. Give another one with --port, or none.");
        }
    }

    /// <summary>Shows another site in its place.</summary>
    public void Show(Site site)
    {
        var before = _shown;
        _shown = new ShownSite(site, before.Version + 1);
        before.IsReplaced.SetResult();
    }

    public async ValueTask DisposeAsync()
    {
        await _application.StopAsync();
        await _application.DisposeAsync();
    }

    private Task AnswerAsync(HttpContext context)
    {
        var response = context.Response;
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.CacheControl = "no-store";
        response.Headers["Referrer-Policy"] = "no-referrer";
        // A page elsewhere may point a name of its own at this machine; the CV is not for it.
        if (!OwnNames.Contains(context.Request.Host.Host, StringComparer.OrdinalIgnoreCase)) return RefuseAsync(response, StatusCodes.Status421MisdirectedRequest, "This site is shown to this machine only.");
        if (!HttpMethods.IsGet(context.Request.Method) && !HttpMethods.IsHead(context.Request.Method)) return RefuseAsync(response, StatusCodes.Status405MethodNotAllowed, "A site can only be read.");
        var shown = _shown;
        if (shown.Version is not null && context.Request.Path == Changes) return TellChangesAsync(context);
        var path = context.Request.Path.Value!.TrimStart('/');
        if (shown.Site.Find(path.Length == 0 ? Site.Entrance : path) is not { } file) return RefuseAsync(response, StatusCodes.Status404NotFound, "The site has no such file.");
        response.ContentType = file.ContentType;
        return WriteAsync(context, file.Path == Site.Entrance ? shown.Page(Changes) : file.Content);
    }

    // A page says which site it shows, so that one that came while it was loading is not missed.
    private async Task TellChangesAsync(HttpContext context)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, _application.Lifetime.ApplicationStopping);
        context.Response.ContentType = "text/event-stream";
        try
        {
            await context.Response.Body.FlushAsync(ending.Token);
            var shown = _shown;
            if (context.Request.Query["of"] == $"{shown.Version}") await shown.IsReplaced.Task.WaitAsync(ending.Token);
            await context.Response.WriteAsync("data: changed\n\n", ending.Token);
        }
        catch (OperationCanceledException)
        {
            // The page was closed, or the program ends.
        }
    }

    private static Task WriteAsync(HttpContext context, ReadOnlyMemory<byte> content)
    {
        context.Response.ContentLength = content.Length;
        return HttpMethods.IsHead(context.Request.Method) ? Task.CompletedTask : context.Response.Body.WriteAsync(content, context.RequestAborted).AsTask();
    }

    private static Task RefuseAsync(HttpResponse response, int status, string sentence)
    {
        response.StatusCode = status;
        response.ContentType = "text/plain; charset=utf-8";
        return response.WriteAsync(sentence + "\n");
    }
}
