using System.Text.Json.Serialization;

namespace Resume2Website.Resumes;

/// <summary>A reference.</summary>
public sealed record Reference
{
    /// <summary>Who.</summary>
    public string? Name { get; init; }

    /// <summary>What they say or how to reach them.</summary>
    [JsonPropertyName("reference")]
    public string? Text { get; init; }
}
