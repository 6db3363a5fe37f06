using System.Text;

namespace LiveWorkflows.Alerts;

/// <summary>Where to post alerts.</summary>
public sealed class WebhookOptions
{
    private const string SecretPrefix = "whsec_";

    /// <summary>The address, http or https; redirects are not followed.</summary>
    public Uri? Url { get; set; }

    /// <summary>Signs what is posted (HMAC-SHA256, as Standard Webhooks 1.0 says): <c>whsec_</c> and base64, or plain text. Null: no signature.</summary>
    public string? Secret { get; set; }

    /// <summary>How long one attempt may take; 10 s by default.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How often it is tried, with growing pauses; 6 times by default.</summary>
    public int MaxAttempts { get; set; } = 6;

    internal byte[]? Key => Secret switch
    {
        null or "" => null,
        _ when Secret.StartsWith(SecretPrefix, StringComparison.Ordinal) => Convert.FromBase64String(Secret[SecretPrefix.Length..]),
        _ => Encoding.UTF8.GetBytes(Secret),
    };

    internal IEnumerable<string> Problems(string key)
    {
        if (Url is not { IsAbsoluteUri: true, Scheme: "http" or "https" }) yield return $"{key}:{nameof(Url)} must be an address that begins with http:// or https://.";
        if (Timeout <= TimeSpan.Zero || Timeout > TimeSpan.FromMinutes(2)) yield return $"{key}:{nameof(Timeout)} must be between 0 and 2 minutes.";
        if (MaxAttempts is < 1 or > 20) yield return $"{key}:{nameof(MaxAttempts)} must be between 1 and 20.";
        if (Secret is { } secret && secret.StartsWith(SecretPrefix, StringComparison.Ordinal)
            && !Convert.TryFromBase64String(secret[SecretPrefix.Length..], new byte[secret.Length], out _))
        {
            yield return $"{key}:{nameof(Secret)} must be base64 after {SecretPrefix}.";
        }
    }
}
