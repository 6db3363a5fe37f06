namespace Resume2Website.Resumes;

/// <summary>An award.</summary>
public sealed record Award
{
    /// <summary>The award.</summary>
    public string? Title { get; init; }

    /// <summary>When.</summary>
    public string? Date { get; init; }

    /// <summary>By whom.</summary>
    public string? Awarder { get; init; }

    /// <summary>What for.</summary>
    public string? Summary { get; init; }
}
