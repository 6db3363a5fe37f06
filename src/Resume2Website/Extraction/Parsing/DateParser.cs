using System.Globalization;
using System.Text.RegularExpressions;

namespace Resume2Website.Extraction.Parsing;

/// <summary>Finds dates and ranges of dates in a line: month names in ten languages, numbers, seasons, open ends.</summary>
internal static partial class DateParser
{
    private const int LongestLine = 400;

    /// <summary>The dates of a text, in order; overlong texts have none, because dates that matter stand in short lines.</summary>
    public static IReadOnlyList<DateSpan> Find(string text)
    {
        if (text.Length is 0 or > LongestLine || !text.Any(char.IsAsciiDigit)) return [];
        var folded = AlignedFolding.Fold(text);
        var tokens = Tokens(folded);
        var spans = new List<DateSpan>();
        for (var i = 0; i < tokens.Count; i++)
        {
            var (start, length, from, _) = tokens[i];
            if (from is null) continue;
            var next = i + 1 < tokens.Count ? tokens[i + 1] : default;
            if (next.Length > 0 && Joins(folded, start + length, next.Start))
            {
                spans.Add(Widen(folded, new DateSpan(start, next.Start + next.Length - start, from, next.Date, true, next.Date is null)));
                i++;
            }
            else if (!tokens[i].Weak || StandsAlone(folded, start, length))
            {
                spans.Add(Single(folded, start, length, from.Value));
            }
        }

        return spans;
    }

    private static bool Joins(string folded, int end, int start)
    {
        if (start < end) return false;
        var between = folded[end..start];
        return BetweenPattern().IsMatch(between) || (between.Length > 0 && string.IsNullOrWhiteSpace(between) && OpenEndPattern().IsMatch(folded[start..]) && OpenEndPattern().Match(folded, start).Index == start);
    }

    private static List<(int Start, int Length, CalendarPoint? Date, bool Weak)> Tokens(string folded)
    {
        var tokens = new List<(int Start, int Length, CalendarPoint? Date, bool Weak)>();
        var normalized = folded.Replace('\u2019', '\'').Replace('\u2018', '\'').Replace('`', '\'');
        foreach (Match match in SchoolYearPattern().Matches(normalized))
        {
            var (from, to) = (Number(match.Groups["y"]), Number(match.Groups["to"]));
            // 2011-12 is December 2011 to a machine and two years to a school: only what cannot be a month is taken for two years.
            if (to <= 12 || (from + 1) % 100 > to) continue;
            tokens.Add((match.Index, 4, new CalendarPoint(from), false));
            tokens.Add((match.Groups["to"].Index, 2, new CalendarPoint((from / 100 * 100) + to), false));
        }

        foreach (Match match in PointPattern().Matches(normalized))
        {
            if (tokens.Any(token => match.Index < token.Start + token.Length && token.Start < match.Index + match.Length)) continue;
            tokens.Add((match.Index, match.Length, Read(match), match.Groups["weak"].Success));
        }

        foreach (Match match in OpenEndPattern().Matches(normalized))
        {
            if (!tokens.Any(token => match.Index < token.Start + token.Length && token.Start < match.Index + match.Length))
                tokens.Add((match.Index, match.Length, null, false));
        }

        tokens.Sort((a, b) => a.Start.CompareTo(b.Start));
        return tokens;
    }

    private static CalendarPoint Read(Match match)
    {
        var year = match.Groups["y"].Success ? Number(match.Groups["y"]) : Century(Number(match.Groups["yy"].Success ? match.Groups["yy"] : match.Groups["weak"]));
        int? month = match.Groups["mon"].Success ? MonthNames.Number(match.Groups["mon"].Value)
            : match.Groups["m"].Success ? Number(match.Groups["m"]) : null;
        int? day = match.Groups["d"].Success && month is { } m && Number(match.Groups["d"]) <= DateTime.DaysInMonth(year, m) ? Number(match.Groups["d"]) : null;
        return new CalendarPoint(year, month, day);
    }

    private static int Century(int twoDigits) => twoDigits < 50 ? 2000 + twoDigits : 1900 + twoDigits;

    private static int Number(Group group) => int.Parse(group.Value, CultureInfo.InvariantCulture);

    private static bool StandsAlone(string folded, int start, int length)
    {
        var before = folded[..start].TrimEnd();
        var after = folded[(start + length)..].TrimStart();
        return (before.Length == 0 || before[^1] is '(' or '[') && (after.Length == 0 || after[0] is ')' or ']');
    }

    private static DateSpan Single(string folded, int start, int length, CalendarPoint date)
    {
        var before = folded[..start];
        if (SincePattern().Match(before) is { Success: true } since) return new DateSpan(since.Index, start + length - since.Index, date, null, true, true);
        if (UntilPattern().Match(before) is { Success: true } until) return new DateSpan(until.Index, start + length - until.Index, null, date, true, false);
        var after = folded[(start + length)..];
        var dangling = DanglingPattern().Match(after);
        return dangling.Success
            ? new DateSpan(start, length + dangling.Length, date, null, true, true)
            : new DateSpan(start, length, date, null, false, false);
    }

    private static DateSpan Widen(string folded, DateSpan span)
    {
        var lead = LeadPattern().Match(folded[..span.Start]);
        return lead.Success ? span with { Start = lead.Index, Length = span.End - lead.Index } : span;
    }

    [GeneratedRegex(@"(?<![\p{L}\d])" + OpenEnd.Words, RegexOptions.CultureInvariant)]
    private static partial Regex OpenEndPattern();

    [GeneratedRegex(
        @"(?<![\p{L}\d/.])(?:" +
        @"(?<y>(?:19|20)\d\d)[-/.](?<m>0?[1-9]|1[0-2])(?:[-/.](?<d>0?[1-9]|[12]\d|3[01]))?(?![\d/%€])" +
        @"|(?<d>0?[1-9]|[12]\d|3[01])[./-](?<m>0?[1-9]|1[0-2])[./-](?<y>(?:19|20)\d\d)(?!\d)" +
        @"|(?<m>0?[1-9]|1[0-2])\s?[/.-]\s?(?<y>(?:19|20)\d\d)(?!\d)" +
        @"|(?:(?<d>0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th|\.|er)? (?:de |of )?)?(?<mon>" + MonthNames.Pattern + @")(?!\p{L})\.?,?\s?(?:(?<d>[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?, ?)?(?:de |del |of |d')?(?:(?<y>(?:19|20)\d\d)(?!\d)|'(?<yy>\d\d)(?!\d)|(?<weak>\d\d)(?![\d.,:]))" +
        @"|(?:spring|summer|autumn|fall|winter|fruhling|fruhjahr|sommer|herbst|printemps|ete|automne|hiver|primavera|verano|otono|invierno|verao|outono|inverno|lente|zomer|herfst|estate|autunno|wiosna|lato|jesien|zima|q[1-4]|[ws]s|(?:winter|sommer)semester) ?(?:de )?(?<y>(?:19|20)\d\d)(?:/\d\d)?(?!\d)" +
        @"|(?<m>0[1-9]|1[0-2])[/.](?<weak>\d\d)(?![\d/.,%])" +
        @"|(?<y>(?:19|20)\d\d)(?![\d%€$£]|[.,]\d)" +
        @"|'(?<weak>\d\d)(?!\d))", RegexOptions.CultureInvariant)]
    private static partial Regex PointPattern();

    [GeneratedRegex(@"^\s*(?:[-\u2013\u2014\u2212~>→]+|to|till?|until|through|bis(?: zum)?|a|au|al|ate|tot(?: en met)?|t/m|do|hasta|fino al?|e)\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex BetweenPattern();

    [GeneratedRegex(@"(?<!\p{L})(?:since|from|seit|ab|depuis|desde|sinds|vanaf|dal|od|sedan|siden)\s+$", RegexOptions.CultureInvariant)]
    private static partial Regex SincePattern();

    [GeneratedRegex(@"(?<!\p{L})(?:from|between|von|vom|de|du|del|da|dal|van|od)\s+$", RegexOptions.CultureInvariant)]
    private static partial Regex LeadPattern();

    [GeneratedRegex(@"(?<!\p{L})(?:until|till|bis|jusqu'en|jusqu'a|hasta|ate|tot|fino al?|do)\s+$", RegexOptions.CultureInvariant)]
    private static partial Regex UntilPattern();

    [GeneratedRegex(@"(?<![\p{L}\d/.])(?<y>(?:19|20)\d\d)\s?[-/\u2013]\s?(?<to>\d\d)(?![\d/.-])", RegexOptions.CultureInvariant)]
    private static partial Regex SchoolYearPattern();

    [GeneratedRegex(@"^\s*[-\u2013\u2014]\s*\)?$", RegexOptions.CultureInvariant)]
    private static partial Regex DanglingPattern();
}
