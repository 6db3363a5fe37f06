namespace Resume2Website.Resumes;

/// <summary>Skills that are listed together.</summary>
public sealed record SkillGroup
{
    /// <summary>The group's name; null when it has none.</summary>
    public string? Name { get; init; }

    /// <summary>How good, as printed.</summary>
    public string? Level { get; init; }

    /// <summary>The skills.</summary>
    public IReadOnlyList<string> Keywords { get; init => field = value ?? []; } = [];
}
