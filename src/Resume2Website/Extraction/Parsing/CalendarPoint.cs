using System.Globalization;

namespace Resume2Website.Extraction.Parsing;

/// <summary>A day, month or year, as precise as it was printed.</summary>
internal readonly record struct CalendarPoint(int Year, int? Month = null, int? Day = null)
{
    /// <summary>The ISO 8601 form with the printed precision.</summary>
    public override string ToString() => (Month, Day) switch
    {
        (null, _) => Year.ToString("D4", CultureInfo.InvariantCulture),
        (var month, null) => string.Create(CultureInfo.InvariantCulture, $"{Year:D4}-{month:D2}"),
        var (month, day) => string.Create(CultureInfo.InvariantCulture, $"{Year:D4}-{month:D2}-{day:D2}"),
    };
}
