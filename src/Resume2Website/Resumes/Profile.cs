namespace Resume2Website.Resumes;

/// <summary>A profile on another site.</summary>
public sealed record Profile
{
    /// <summary>The site, such as LinkedIn.</summary>
    public string? Network { get; init; }

    /// <summary>The name there.</summary>
    public string? Username { get; init; }

    /// <summary>The address.</summary>
    public string? Url { get; init; }
}
