using System.Text.Json.Serialization;

namespace Resume2Website.Resumes;

/// <summary>A school or a degree.</summary>
public sealed record EducationEntry
{
    /// <summary>The school.</summary>
    public string? Institution { get; init; }

    /// <summary>Its site.</summary>
    public string? Url { get; init; }

    /// <summary>The subject.</summary>
    public string? Area { get; init; }

    /// <summary>The degree.</summary>
    public string? StudyType { get; init; }

    /// <summary>When it began, as printed: <c>YYYY</c>, <c>YYYY-MM</c> or <c>YYYY-MM-DD</c>.</summary>
    public string? StartDate { get; init; }

    /// <summary>When it ended; null while it is open.</summary>
    public string? EndDate { get; init; }

    /// <summary>The grade as printed.</summary>
    public string? Score { get; init; }

    /// <summary>Courses taken.</summary>
    public IReadOnlyList<string> Courses { get; init => field = value ?? []; } = [];

    /// <summary>The place as printed (not in the schema).</summary>
    [JsonPropertyName("x-location")]
    public string? Location { get; init; }

    /// <summary>A text about it (not in the schema).</summary>
    [JsonPropertyName("x-summary")]
    public string? Summary { get; init; }
}
