namespace Resume2Website.Resumes;

/// <summary>A talk.</summary>
public sealed record Talk
{
    /// <summary>The title.</summary>
    public string? Name { get; init; }

    /// <summary>Where it was given.</summary>
    public string? Event { get; init; }

    /// <summary>When.</summary>
    public string? Date { get; init; }

    /// <summary>Its page.</summary>
    public string? Url { get; init; }

    /// <summary>What it was about.</summary>
    public string? Summary { get; init; }
}
