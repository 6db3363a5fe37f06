using System.Text.Json.Serialization;

namespace Resume2Website.Resumes;

/// <summary>A project.</summary>
public sealed record Project
{
    /// <summary>The project.</summary>
    public string? Name { get; init; }

    /// <summary>What it is.</summary>
    public string? Description { get; init; }

    /// <summary>What was achieved.</summary>
    public IReadOnlyList<string> Highlights { get; init => field = value ?? []; } = [];

    /// <summary>What it was made with.</summary>
    public IReadOnlyList<string> Keywords { get; init => field = value ?? []; } = [];

    /// <summary>When it began, as printed: <c>YYYY</c>, <c>YYYY-MM</c> or <c>YYYY-MM-DD</c>.</summary>
    public string? StartDate { get; init; }

    /// <summary>When it ended; null while it is open, or when only one date is known.</summary>
    public string? EndDate { get; init; }

    /// <summary>False where a single date is printed, so that nothing says it goes on; null otherwise.</summary>
    [JsonPropertyName("x-ongoing")]
    public bool? Ongoing { get; init; }

    /// <summary>Its page.</summary>
    public string? Url { get; init; }

    /// <summary>The person's roles.</summary>
    public IReadOnlyList<string> Roles { get; init => field = value ?? []; } = [];

    /// <summary>For whom.</summary>
    public string? Entity { get; init; }

    /// <summary>What kind.</summary>
    public string? Type { get; init; }
}
