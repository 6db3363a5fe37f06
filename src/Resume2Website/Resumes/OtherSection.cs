namespace Resume2Website.Resumes;

/// <summary>A section that has no place in the schema.</summary>
public sealed record OtherSection
{
    /// <summary>Its heading as printed; null for loose lines.</summary>
    public string? Title { get; init; }

    /// <summary>Its lines.</summary>
    public IReadOnlyList<string> Lines { get; init => field = value ?? []; } = [];
}
