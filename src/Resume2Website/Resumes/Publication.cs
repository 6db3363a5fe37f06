namespace Resume2Website.Resumes;

/// <summary>A publication.</summary>
public sealed record Publication
{
    /// <summary>The title.</summary>
    public string? Name { get; init; }

    /// <summary>Where it appeared.</summary>
    public string? Publisher { get; init; }

    /// <summary>When.</summary>
    public string? ReleaseDate { get; init; }

    /// <summary>Its page.</summary>
    public string? Url { get; init; }

    /// <summary>What it is about.</summary>
    public string? Summary { get; init; }
}
