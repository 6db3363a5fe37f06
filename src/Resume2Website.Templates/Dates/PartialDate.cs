using System.Globalization;
using System.Text.RegularExpressions;

namespace Resume2Website.Templates.Dates;

/// <summary>A date as CVs give it: a year, perhaps a month, perhaps a day (ISO 8601, reduced accuracy).</summary>
internal readonly partial record struct PartialDate(int Year, int? Month, int? Day)
{
    public string Iso => Day is { } day ? $"{Year:0000}-{Month:00}-{day:00}" : Month is { } month ? $"{Year:0000}-{month:00}" : $"{Year:0000}";

    /// <summary>Reads <c>YYYY</c>, <c>YYYY-MM</c> or <c>YYYY-MM-DD</c>; null for everything else, which is then shown as printed.</summary>
    public static PartialDate? Parse(string? text)
    {
        if (text is null || Pattern().Match(text.Trim()) is not { Success: true } match) return null;

        int? Part(int group) => match.Groups[group].Success ? int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture) : null;
        var date = new PartialDate(Part(1)!.Value, Part(2), Part(3));
        if (date.Year < 1 || date.Month is < 1 or > 12) return null;
        return date.Day is not { } day || (day >= 1 && day <= DateTime.DaysInMonth(date.Year, date.Month!.Value)) ? date : null;
    }

    [GeneratedRegex(@"^([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
