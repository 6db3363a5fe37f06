using Resume2Website.Templates.Words;

namespace Resume2Website.Templates.Dates;

/// <summary>Writes dates and durations in a page's language, by its own word list: the host's locale has no say.</summary>
internal sealed class DateWriter(SiteWords words, DateOnly? asOf)
{
    public string Write(PartialDate date)
    {
        if (date.Month is not { } month) return $"{date.Year}";
        var monthAndYear = $"{words.Months[month - 1]} {date.Year}";
        return date.Day is not { } day ? monthAndYear : words.Language == "de" ? $"{day}. {monthAndYear}" : $"{day} {monthAndYear}";
    }

    /// <summary>"3 yrs 2 mos", or null where it is unknown; an open end reaches to the "as of" date, and without one no duration is shown.</summary>
    public string? Duration(PartialDate? start, PartialDate? end, bool isOpen)
    {
        if (asOf is not { } today || start is not { } from) return null;
        if (isOpen) end = new PartialDate(today.Year, from.Month is null ? null : today.Month, null);
        if (end is not { } to) return null;

        var months = from.Month is { } first && to.Month is { } last
            ? ((to.Year - from.Year) * 12) + last - first + 1 // both months count, as people do when they say how long
            : (to.Year - from.Year) * 12;
        return months <= 0 ? null : Write(months / 12, months % 12);
    }

    private string Write(int years, int months)
    {
        var parts = new List<string>(2);
        if (years > 0) parts.Add($"{years}\u00A0{words.Year.For(years, words.Language)}");
        if (months > 0) parts.Add($"{months}\u00A0{words.Month.For(months, words.Language)}");
        return string.Join(' ', parts);
    }
}
