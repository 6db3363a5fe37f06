using System.Globalization;
using Resume2Website.Templates.Words;

namespace Resume2Website.Templates.Dates;

/// <summary>Writes dates and durations in a page's language, by its own word list: the host's locale has no say.</summary>
internal sealed class DateWriter(SiteWords words, DateOnly? asOf)
{
    public string Write(PartialDate date) => Write(date, words.Months);

    /// <summary>"until Mar 2019": an end whose beginning nobody knows.</summary>
    public string Until(PartialDate date)
    {
        var phrase = date.Day is { } day ? words.Until.ForDay(day) : date.Month is not null ? words.Until.Month : words.Until.Year;
        return string.Format(CultureInfo.InvariantCulture, phrase, Write(date, words.MonthsInPhrase ?? words.Months));
    }

    /// <summary>
    /// "3 yrs 2 mos", or null where it is unknown: when only one of the dates has a month, it could be a year more or less.
    /// An open end reaches to the "as of" date, and without one no duration is shown.
    /// </summary>
    public string? Duration(PartialDate? start, PartialDate? end, bool isOpen)
    {
        if (asOf is not { } today || start is not { } from) return null;
        if (isOpen) end = new PartialDate(today.Year, from.Month is null ? null : today.Month, null);
        if (end is not { } to || (from.Month is null) != (to.Month is null)) return null;

        var months = from.Month is { } first && to.Month is { } last
            ? ((to.Year - from.Year) * 12) + last - first + 1 // both months count, as people do when they say how long
            : (to.Year - from.Year) * 12;
        return months <= 0 ? null : Write(months / 12, months % 12);
    }

    private string Write(PartialDate date, IReadOnlyList<string> months)
    {
        if (date.Month is not { } month) return $"{date.Year}";
        if (date.Day is not { } day) return $"{months[month - 1]} {date.Year}";
        var numeral = day == 1 && words.FirstDay is { } first ? first : $"{day}";
        return string.Format(CultureInfo.InvariantCulture, words.FullDate, numeral, (words.MonthsInPhrase ?? months)[month - 1], date.Year);
    }

    private string Write(int years, int months)
    {
        var year = words.Year.Phrase(years, words.Language);
        var month = words.Month.Phrase(months, words.Language);
        return (years, months) switch
        {
            (_, 0) => year,
            (0, _) => month,
            _ => year + (words.And?.Before(month) ?? " ") + month,
        };
    }
}
