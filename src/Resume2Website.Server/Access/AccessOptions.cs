using Resume2Website.Server.Hosting;

namespace Resume2Website.Server.Access;

/// <summary>The settings under <c>Resume2Website:Access</c>.</summary>
internal sealed class AccessOptions
{
    private const string Section = ServerOptions.Section + ":Access";
    private const int MinKeyLength = 16;

    /// <summary>The key of the operators; needed on any address that is not loopback.</summary>
    public string? OperatorKey { get; set; }

    /// <summary>Origins, such as <c>https://app.example.org</c>, whose pages may call this server.</summary>
    public IList<string> AllowedOrigins { get; } = [];

    /// <summary>Addresses or networks, such as <c>10.0.0.0/8</c>, of proxies whose <c>X-Forwarded-For</c> and <c>X-Forwarded-Proto</c> are believed; none by default.</summary>
    public IList<string> KnownProxies { get; } = [];

    public IEnumerable<string> Problems()
    {
        if (OperatorKey is { Length: > 0 and < MinKeyLength }) yield return $"{Section}:{nameof(OperatorKey)} must have at least {MinKeyLength} characters.";
        for (var i = 0; i < AllowedOrigins.Count; i++)
        {
            if (!IsOrigin(AllowedOrigins[i])) yield return $"{Section}:{nameof(AllowedOrigins)}:{i} must be an origin such as https://app.example.org.";
        }

        for (var i = 0; i < KnownProxies.Count; i++)
        {
            if (!Server.Access.KnownProxies.TryParse(KnownProxies[i], out _)) yield return $"{Section}:{nameof(KnownProxies)}:{i} must be an address or a network, such as 127.0.0.1 or 10.0.0.0/8.";
        }
    }

    private static bool IsOrigin(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri.GetLeftPart(UriPartial.Authority) == text;
}
