using System.Text.Json.Serialization;

namespace Resume2Website.Resumes;

/// <summary>Voluntary work.</summary>
public sealed record VolunteerEntry
{
    /// <summary>For whom.</summary>
    public string? Organization { get; init; }

    /// <summary>The role.</summary>
    public string? Position { get; init; }

    /// <summary>Their site.</summary>
    public string? Url { get; init; }

    /// <summary>When it began, as printed: <c>YYYY</c>, <c>YYYY-MM</c> or <c>YYYY-MM-DD</c>.</summary>
    public string? StartDate { get; init; }

    /// <summary>When it ended; null while it is open, or when only one date is known.</summary>
    public string? EndDate { get; init; }

    /// <summary>False where a single date is printed, so that nothing says it goes on; null otherwise.</summary>
    [JsonPropertyName("x-ongoing")]
    public bool? Ongoing { get; init; }

    /// <summary>A text about it.</summary>
    public string? Summary { get; init; }

    /// <summary>What was achieved.</summary>
    public IReadOnlyList<string> Highlights { get; init => field = value ?? []; } = [];
}
