using Resume2Website.Documents;

namespace Resume2Website.Server.Uploads;

/// <summary>A CV that has arrived and passed the first screening.</summary>
internal sealed record Upload
{
    public required ReadOnlyMemory<byte> Content { get; init; }

    public required DocumentFormat Format { get; init; }

    public required string FileName { get; init; }

    public string? Template { get; init; }

    public string? Password { get; init; }

    /// <summary>The host of the language model that the person agreed to; null when they did not agree to any.</summary>
    public string? LlmConsent { get; init; }

    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();
}
