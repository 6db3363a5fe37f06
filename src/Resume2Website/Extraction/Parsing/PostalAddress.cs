namespace Resume2Website.Extraction.Parsing;

/// <summary>The parts of an address line.</summary>
/// <param name="Street">Street and number.</param>
/// <param name="PostalCode">The postal code.</param>
/// <param name="City">The city.</param>
/// <param name="Region">State, province or country as printed.</param>
/// <param name="IsCertain">Whether more than a single word speaks for it.</param>
internal sealed record PostalAddress(string? Street, string? PostalCode, string City, string? Region, bool IsCertain);
