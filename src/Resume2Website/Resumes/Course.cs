namespace Resume2Website.Resumes;

/// <summary>A course taken outside of a school or a degree of the résumé.</summary>
public sealed record Course
{
    /// <summary>The course.</summary>
    public string? Name { get; init; }

    /// <summary>Who gave it.</summary>
    public string? Provider { get; init; }

    /// <summary>When, as printed: <c>YYYY</c>, <c>YYYY-MM</c> or <c>YYYY-MM-DD</c>.</summary>
    public string? Date { get; init; }

    /// <summary>Its page.</summary>
    public string? Url { get; init; }

    /// <summary>What it was about.</summary>
    public string? Summary { get; init; }
}
