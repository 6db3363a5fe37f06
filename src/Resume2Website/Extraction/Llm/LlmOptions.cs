using System.Net;

namespace Resume2Website.Extraction.Llm;

/// <summary>Which language model may read CVs, and what one CV may cost. Without an endpoint there is none: that is the default.</summary>
public sealed class LlmOptions
{
    /// <summary>The base address of an API that speaks OpenAI's chat completions, such as <c>http://localhost:11434/v1</c>; empty for no model.</summary>
    public string? Endpoint { get; set; }

    /// <summary>The model's name at the endpoint.</summary>
    public string? Model { get; set; }

    /// <summary>The key that the endpoint asks for; may be empty where it asks for none.</summary>
    public string? ApiKey { get; set; }

    /// <summary>The most tokens of one answer.</summary>
    public int MaxOutputTokens { get; set; } = 8_192;

    /// <summary>The most characters that are sent for one CV, over all calls.</summary>
    public int MaxCharacters { get; set; } = 150_000;

    /// <summary>The most tokens for one CV, as the endpoint counts them, over all calls.</summary>
    public int MaxTokens { get; set; } = 100_000;

    /// <summary>The most requests for one CV: repeated ones, and those for another form of the answer, included.</summary>
    public int MaxCalls { get; set; } = 10;

    /// <summary>The longest time for one CV, waiting included.</summary>
    public TimeSpan MaxDuration { get; set; } = TimeSpan.FromMinutes(3);

    /// <summary>The longest time for one call.</summary>
    public TimeSpan CallTimeout { get; set; } = TimeSpan.FromSeconds(90);

    /// <summary>How often one question is asked when the endpoint is busy, fails or is silent.</summary>
    public int Attempts { get; set; } = 3;

    /// <summary>Whether there is a model.</summary>
    public bool IsConfigured => !string.IsNullOrWhiteSpace(Endpoint);

    /// <summary>The endpoint's host, with the port where it is not the usual one; empty when there is none.</summary>
    public string Host => Address is { } address ? address.Authority : "";

    /// <summary>Whether the endpoint is on this machine, so that what is sent does not leave it.</summary>
    public bool IsLocal => Address is { } address && (address.IsLoopback || (IPAddress.TryParse(address.DnsSafeHost, out var ip) && IPAddress.IsLoopback(ip)));

    internal Uri? Address => Uri.TryCreate(Endpoint, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? address : null;

    /// <summary>What is wrong with the settings, each sentence naming its key; empty when nothing is.</summary>
    /// <param name="section">The name of the settings' section.</param>
    public IEnumerable<string> Problems(string section)
    {
        if (!IsConfigured)
        {
            if (!string.IsNullOrWhiteSpace(Model) || !string.IsNullOrWhiteSpace(ApiKey)) yield return $"{section}:{nameof(Endpoint)} is missing: a model or key without an address is of no use.";
            yield break;
        }

        if (Address is null || Address.UserInfo.Length > 0) yield return $"{section}:{nameof(Endpoint)} must be an http or https address without a user, such as http://localhost:11434/v1.";
        else if (Address.Scheme == Uri.UriSchemeHttp && !IsLocal) yield return $"{section}:{nameof(Endpoint)} must be https: only on this machine itself CVs may go unencrypted.";
        if (string.IsNullOrWhiteSpace(Model)) yield return $"{section}:{nameof(Model)} is missing: name the model that the endpoint is to use.";
        if (ApiKey is { } key && key.Any(character => character is <= ' ' or > '~')) yield return $"{section}:{nameof(ApiKey)} holds a character that no key has, such as a space or a line break.";
        if (MaxOutputTokens is < 256 or > 1_000_000) yield return $"{section}:{nameof(MaxOutputTokens)} must be between 256 and 1000000.";
        if (MaxCharacters is < 1_000 or > 10_000_000) yield return $"{section}:{nameof(MaxCharacters)} must be between 1000 and 10000000.";
        if (MaxTokens is < 1_000 or > 10_000_000) yield return $"{section}:{nameof(MaxTokens)} must be between 1000 and 10000000.";
        if (MaxCalls is < 1 or > 100) yield return $"{section}:{nameof(MaxCalls)} must be between 1 and 100.";
        if (Attempts is < 1 or > 10) yield return $"{section}:{nameof(Attempts)} must be between 1 and 10.";
        if (CallTimeout < TimeSpan.FromSeconds(1) || CallTimeout > TimeSpan.FromMinutes(10)) yield return $"{section}:{nameof(CallTimeout)} must be between 00:00:01 and 00:10:00.";
        if (MaxDuration < TimeSpan.FromSeconds(1) || MaxDuration > TimeSpan.FromMinutes(30)) yield return $"{section}:{nameof(MaxDuration)} must be between 00:00:01 and 00:30:00.";
    }
}
