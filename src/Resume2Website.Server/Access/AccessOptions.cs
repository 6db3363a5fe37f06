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

    public IEnumerable<string> Problems()
    {
        if (OperatorKey is { Length: > 0 and < MinKeyLength }) yield return $"{Section}:{nameof(OperatorKey)} must have at least {MinKeyLength} characters.";
        for (var i = 0; i < AllowedOrigins.Count; i++)
        {
            if (!IsOrigin(AllowedOrigins[i])) yield return $"{Section}:{nameof(AllowedOrigins)}:{i} must be an origin such as https://app.example.org.";
        }
    }

    private static bool IsOrigin(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri.GetLeftPart(UriPartial.Authority) == text;
}
