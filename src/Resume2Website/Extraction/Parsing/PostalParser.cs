using System.Text.RegularExpressions;
using Resume2Website.Extraction.Lexicon;

namespace Resume2Website.Extraction.Parsing;

/// <summary>Reads a line that says where somebody lives: street, postal code, city, region.</summary>
internal static partial class PostalParser
{
    /// <summary>The parts of an address line; null when it does not look like one.</summary>
    public static PostalAddress? Parse(string text)
    {
        var parts = text.Split([',', '|', '·', '•', '\t'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).ToList();
        if (parts.Count is 0 or > 5 || text.Length > 90) return null;
        string? street = null, code = null, city = null;
        var rest = new List<string>();
        foreach (var part in parts)
        {
            if (city is null && CodeThenCity().Match(part) is { Success: true } first && !Street().IsMatch(part)) (code, city) = (first.Groups["code"].Value, first.Groups["city"].Value);
            else if (CityThenCode().Match(part) is { Success: true } last && code is null)
            {
                code = last.Groups["code"].Value;
                var place = last.Groups["city"].Value;
                if (city is null && place.Length > 2) city = place;
                else if (place.Length > 0) rest.Add(place);
            }
            else if (city is null && part.Any(char.IsAsciiDigit) && part.Any(char.IsLetter)) street = street is null ? part : $"{street}, {part}";
            else if (street is null && city is { } named && StreetNumber().IsMatch(part) && code is null) (street, city) = ($"{named}, {part}", null);
            else if (part.Any(char.IsAsciiDigit)) return null;
            else if (city is null) city = part;
            else rest.Add(part);
        }

        if (city is null || !LooksLikePlace(city) || rest.Exists(part => !LooksLikePlace(part))) return null;
        return new PostalAddress(street, code, city, rest.Count == 0 ? null : rest[0], parts.Count > 1 || code is not null);
    }

    /// <summary>Whether a text has the shape of a place's name: few capitalised words, no job title, nobody's employer.</summary>
    public static bool LooksLikePlace(string text)
    {
        if (text.Length is < 2 or > 40 || text.Any(char.IsAsciiDigit) || text.IndexOfAny(['@', ':', '&', '/', '“', '"']) >= 0 || text.EndsWith('.')) return false;
        var words = text.Split([' ', '-', '(', ')'], StringSplitOptions.RemoveEmptyEntries);
        if (words.Length is 0 or > 5) return false;
        var capitalised = words.Count(word => char.IsUpper(word[0]));
        var particles = words.Count(word => Particles.Contains(word));
        return capitalised + particles == words.Length && capitalised > 0
            && WordLexicon.TitleScore(text) <= 0 && WordLexicon.OrganizationScore(text) <= 0 && WordLexicon.DegreeScore(text) <= 0;
    }

    /// <summary>Whether a text has the shape of nothing but places, parted by commas.</summary>
    public static bool IsPlace(string text) => text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) is { Length: > 0 } parts && parts.All(LooksLikePlace);

    private static readonly HashSet<string> Particles = new(
        "de da do dos das del della di la le les el los las of the an am im in bei ob der den auf van aan den sur sous en et y e und and near upon d l".Split(' '), StringComparer.Ordinal);

    [GeneratedRegex(@"^(?:[A-Z]{1,2}-)?(?<code>\d{4} ?(?![NS][EW] )[A-Z]{2}(?= )|\d{2}-\d{3}|\d{3} \d{2}(?= )|\d{4,6}(?:-\d{3,4})?)\s+(?<city>\p{Lu}[\p{L}' .()/-]+)$", RegexOptions.CultureInvariant)]
    private static partial Regex CodeThenCity();

    [GeneratedRegex(@"^(?<city>(?:\p{Lu}[\p{L}' .-]*?)?)\s*(?<code>\d{5}(?:-\d{3,4})?|[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}|[A-Z]\d[A-Z] \d[A-Z]\d|\d{4}|\d{6})$", RegexOptions.CultureInvariant)]
    private static partial Regex CityThenCode();

    [GeneratedRegex(@"^\d{1,4} ?[a-zA-Z]?$", RegexOptions.CultureInvariant)]
    private static partial Regex StreetNumber();

    [GeneratedRegex(@"\d+\s*[a-z]?$", RegexOptions.CultureInvariant)]
    private static partial Regex Street();
}
