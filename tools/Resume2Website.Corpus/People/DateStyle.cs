using System.Globalization;
using Resume2Website.Corpus.Vocabulary;

namespace Resume2Website.Corpus.People;

/// <summary>How one document prints times.</summary>
internal sealed class DateStyle
{
    private readonly WordBook words;
    private readonly Shape shape;
    private readonly string dash;
    private readonly string present;
    private readonly Openness openness;

    public DateStyle(WordBook words, Chance chance)
    {
        this.words = words;
        shape = chance.Pick(Shapes);
        dash = chance.Pick([" – ", " - ", "–", " — ", $" {words["to"][0]} ", "-"]);
        // "2019-03-2021-05" cannot be read by anybody.
        if (shape is Shape.Iso && dash is "-" or "–") dash = " – ";
        present = chance.Pick(words["present"]);
        openness = chance.Pick([Openness.Present, Openness.Present, Openness.Present, Openness.Since, Openness.Bare]);
        // "2019 to" is not said; "2019 –" is.
        if (openness == Openness.Bare && dash.Any(char.IsLetter)) openness = Openness.Present;
    }

    private enum Shape { Short, Long, Slash, Dot, Iso, TwoDigit, Year, Season }

    private enum Openness { Present, Since, Bare }

    private static Shape[] Shapes { get; } =
        [Shape.Short, Shape.Short, Shape.Short, Shape.Long, Shape.Long, Shape.Slash, Shape.Slash, Shape.Slash, Shape.Dot, Shape.Iso, Shape.TwoDigit, Shape.Year, Shape.Year, Shape.Season];

    /// <summary>A span in months counted from year 0; no end means that it lasts.</summary>
    public When Span(int start, int? end, bool yearsOnly)
    {
        var used = yearsOnly ? Shape.Year : shape;
        var (first, truth) = Print(start, used);
        if (end is { } last)
        {
            var (second, lastTruth) = Print(last, used);
            return first == second ? new When(first, truth, truth) : new When(first + dash + second, truth, lastTruth);
        }

        return openness switch
        {
            Openness.Since => new When($"{words["since"][0]} {first}", truth, null),
            Openness.Bare => new When(first + dash.TrimEnd(), truth, null),
            _ => new When(first + (dash.Length == 1 ? $" {dash} " : dash) + present, truth, null),
        };
    }

    /// <summary>A point in time, which stands as the start.</summary>
    public When Point(int month, bool yearsOnly)
    {
        var (printed, truth) = Print(month, yearsOnly ? Shape.Year : shape);
        return new When(printed, truth, truth, IsPoint: true);
    }

    private (string Printed, string Truth) Print(int months, Shape shape)
    {
        var (year, month) = (months / 12, (months % 12) + 1);
        var (y, m) = (year.ToString(CultureInfo.InvariantCulture), month.ToString("00", CultureInfo.InvariantCulture));
        var precise = $"{y}-{m}";
        return shape switch
        {
            Shape.Short => ($"{words["months.short"][month - 1]} {y}", precise),
            Shape.Long => ($"{words["months"][month - 1]} {y}", precise),
            Shape.Slash => ($"{m}/{y}", precise),
            Shape.Dot => ($"{m}.{y}", precise),
            Shape.Iso => (precise, precise),
            Shape.TwoDigit => ($"{m}/{y[2..]}", precise),
            Shape.Season => ($"{words["seasons"][month % 12 / 3]} {y}", y),
            _ => (y, y),
        };
    }
}
