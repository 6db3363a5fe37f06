using Resume2Website.Resumes;

namespace Resume2Website.Templates.Parts;

/// <summary>A place in one line: street, postal code and city, region; the country's code only where nothing else names the country or state.</summary>
internal static class PlaceText
{
    public static string? Of(Location location)
    {
        string?[] parts =
        [
            location.Address?.ReplaceLineEndings(", "),
            Joined(" ", location.PostalCode, location.City),
            location.Region ?? location.CountryCode,
        ];
        return Joined(", ", parts);
    }

    private static string? Joined(string separator, params string?[] parts) =>
        string.Join(separator, parts.Where(part => part is not null)) is { Length: > 0 } text ? text : null;
}
