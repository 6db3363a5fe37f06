using Resume2Website.Extraction.Llm;

namespace Resume2Website.Server.Uploads;

/// <summary>A CV that has arrived and passed the first screening.</summary>
internal sealed record Upload
{
    /// <summary>The document, or the photos of its pages, in order.</summary>
    public required IReadOnlyList<UploadedFile> Files { get; init; }

    public string? Template { get; init; }

    public string? Password { get; init; }

    /// <summary>The language model that the person was shown and agreed to; null when they did not agree to any.</summary>
    public LlmIdentity? AgreedLlm { get; init; }

    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();
}
