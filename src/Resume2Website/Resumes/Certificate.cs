namespace Resume2Website.Resumes;

/// <summary>A certificate.</summary>
public sealed record Certificate
{
    /// <summary>The certificate.</summary>
    public string? Name { get; init; }

    /// <summary>When.</summary>
    public string? Date { get; init; }

    /// <summary>By whom.</summary>
    public string? Issuer { get; init; }

    /// <summary>Its page.</summary>
    public string? Url { get; init; }
}
