namespace Resume2Website.Resumes;

/// <summary>An interest.</summary>
public sealed record Interest
{
    /// <summary>The interest.</summary>
    public string? Name { get; init; }

    /// <summary>Details.</summary>
    public IReadOnlyList<string> Keywords { get; init => field = value ?? []; } = [];
}
