namespace Resume2Website.Resumes;

/// <summary>A language.</summary>
public sealed record LanguageSkill
{
    /// <summary>The language as printed.</summary>
    public string? Language { get; init; }

    /// <summary>How well, as printed.</summary>
    public string? Fluency { get; init; }
}
