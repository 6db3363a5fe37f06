namespace Resume2Website.Resumes;

/// <summary>A place.</summary>
public sealed record Location
{
    /// <summary>Street and number.</summary>
    public string? Address { get; init; }

    /// <summary>The postal code.</summary>
    public string? PostalCode { get; init; }

    /// <summary>The city.</summary>
    public string? City { get; init; }

    /// <summary>The country, ISO 3166-1 alpha-2.</summary>
    public string? CountryCode { get; init; }

    /// <summary>State, county, province or the country as printed.</summary>
    public string? Region { get; init; }
}
