using Resume2Website.Server.Hosting;

namespace Resume2Website.Server.Publishing;

/// <summary>The settings under <c>Resume2Website:Sites</c>.</summary>
internal sealed class SitesOptions
{
    private const string Section = ServerOptions.Section + ":Sites";

    /// <summary>A second name of this server, under which published sites are served and nothing else; under <c>/s/</c> beside the application when empty.</summary>
    /// <remarks>A host, with a port where that is not the usual one: <c>cv.example.org</c>; or with a scheme, as <c>https://cv.example.org</c>.</remarks>
    public string? PublicHost { get; set; }

    public IEnumerable<string> Problems()
    {
        if (!string.IsNullOrEmpty(PublicHost) && Parse(PublicHost) is null)
            yield return $"{Section}:{nameof(PublicHost)} must be a host name such as cv.example.org, or an origin such as https://cv.example.org.";
    }

    /// <summary>The origin that is set, with the scheme <c>http</c> where none is named; null when it is none.</summary>
    public static Uri? Parse(string text)
    {
        var hasScheme = text.Contains("://", StringComparison.Ordinal);
        return Uri.TryCreate(hasScheme ? text : "http://" + text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"
            && uri.PathAndQuery == "/" && uri.Fragment.Length == 0 && uri.UserInfo.Length == 0 && !text.EndsWith('/') ? uri : null;
    }
}
