using System.Text.RegularExpressions;

namespace Resume2Website.Extraction.Parsing;

/// <summary>Finds how long something lasted, as printed behind dates by those who count for the person: "4 years 3 months". It says nothing that the dates do not.</summary>
internal static partial class DurationParser
{
    private const int Longest = 60;

    private const string Years = @"(?:\d{1,2}\s?(?:years?|yrs?|jahre?n?|ans?|annees?|anos?|anni|anno|jaar|jaren|rok|lata|lat)(?!\p{L})\.?)";
    private const string Months = @"(?:\d{1,2}\s?(?:months?|mos?|monate?n?|mois|mes|meses|mese|mesi|maand|maanden|miesiac|miesiace|miesiecy|mies)(?!\p{L})\.?)";
    private const string Duration = "(?:" + Years + @"(?:,?\s+(?:and |und |et |y |e |en |i )?" + Months + ")?|" + Months + "|less than a year|weniger als ein jahr|moins d'un an)";

    /// <summary>Whether a text is a duration and nothing else, in brackets or without.</summary>
    public static bool IsDuration(string text) => text.Length is > 3 and <= Longest && Whole().IsMatch(AlignedFolding.Fold(text));

    /// <summary>The text without durations in brackets, and without one at its begin behind a dot.</summary>
    public static string Remove(string text)
    {
        if (!text.Any(char.IsAsciiDigit)) return text;
        if (IsDuration(text)) return "";
        foreach (var match in Aside().Matches(AlignedFolding.Fold(text)).Reverse()) text = text.Remove(match.Index, match.Length);
        return text;
    }

    [GeneratedRegex(@"^\s*[(·•,]?\s*" + Duration + @"\s*\)?\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Whole();

    [GeneratedRegex(@"\s*\(\s*" + Duration + @"\s*\)|^\s*[·•]\s*" + Duration + @"(?=\s|$)", RegexOptions.CultureInvariant)]
    private static partial Regex Aside();
}
