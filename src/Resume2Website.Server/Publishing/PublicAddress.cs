using Microsoft.Extensions.Options;
using Resume2Website.Server.Hosting;
using Resume2Website.Server.Problems;

namespace Resume2Website.Server.Publishing;

/// <summary>Where published sites are, as the world sees it.</summary>
internal sealed class PublicAddress(IOptions<ServerOptions> options)
{
    /// <summary>The path that sites live under when they have no host of their own.</summary>
    public const string Prefix = "/s/";

    private readonly Uri? _host = options.Value.Sites.PublicHost is { Length: > 0 } host ? SitesOptions.Parse(host) : null;
    private readonly bool _hasScheme = options.Value.Sites.PublicHost?.Contains("://", StringComparison.Ordinal) == true;

    /// <summary>Whether sites have a host of their own.</summary>
    public bool HasHost => _host is not null;

    /// <summary>Whether a request came to the host of the sites. Its port counts only where the setting names one: a proxy may stand before it.</summary>
    public bool IsHost(HttpRequest request) => _host is not null
        && request.Host.Host.TrimEnd('.').Equals(_host.Host, StringComparison.OrdinalIgnoreCase) && (_host.IsDefaultPort || request.Host.Port == _host.Port);

    /// <summary>The address of a site, with its slash at the end.</summary>
    /// <param name="request">The request of whoever asks: without a host of their own, sites are where the application is.</param>
    /// <param name="slug">The site's slug.</param>
    public Uri Of(HttpRequest request, string slug)
    {
        if (_host is null)
        {
            return Uri.TryCreate($"{SchemeOf(request)}://{request.Host.Value}{Prefix}{slug}/", UriKind.Absolute, out var address)
                ? address
                : throw new RefusedException(ServerProblems.Of(StatusCodes.Status400BadRequest));
        }

        return new Uri($"{(_hasScheme ? _host.Scheme : SchemeOf(request))}://{_host.Authority}/{slug}/");
    }

    // Behind a proxy that ends TLS the scheme here is not the one in the browser, which tells it with every change.
    private static string SchemeOf(HttpRequest request) =>
        Uri.TryCreate(request.Headers.Origin.ToString(), UriKind.Absolute, out var origin) && origin.Scheme is "http" or "https"
            && origin.Authority.Equals(request.Host.Value, StringComparison.OrdinalIgnoreCase) ? origin.Scheme : request.Scheme;
}
