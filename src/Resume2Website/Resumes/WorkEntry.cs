using System.Text.Json.Serialization;

namespace Resume2Website.Resumes;

/// <summary>An employment, one role.</summary>
public sealed record WorkEntry
{
    /// <summary>The employer.</summary>
    public string? Name { get; init; }

    /// <summary>The role.</summary>
    public string? Position { get; init; }

    /// <summary>The employer's site.</summary>
    public string? Url { get; init; }

    /// <summary>The place as printed.</summary>
    public string? Location { get; init; }

    /// <summary>What the employer does.</summary>
    public string? Description { get; init; }

    /// <summary>When it began, as printed: <c>YYYY</c>, <c>YYYY-MM</c> or <c>YYYY-MM-DD</c>.</summary>
    public string? StartDate { get; init; }

    /// <summary>When it ended; null while it is open, or when only one date is known.</summary>
    public string? EndDate { get; init; }

    /// <summary>False where a single date is printed, so that nothing says it goes on; null otherwise.</summary>
    [JsonPropertyName("x-ongoing")]
    public bool? Ongoing { get; init; }

    /// <summary>A text about the role.</summary>
    public string? Summary { get; init; }

    /// <summary>What was achieved, point by point.</summary>
    public IReadOnlyList<string> Highlights { get; init => field = value ?? []; } = [];
}
