using System.Text.RegularExpressions;
using Resume2Website.Resumes;

namespace Resume2Website.Templates.Board;

/// <summary>A result that a person names with a figure, in their own words.</summary>
/// <param name="Figure">The figure as it stands in the text: "31 %", "€4.2 million", "11,000".</param>
/// <param name="Text">The whole sentence.</param>
internal sealed partial record KeyResult(string Figure, string Text)
{
    private const int Wanted = 3;
    private const int LongestText = 220;

    /// <summary>A number of two digits ("18 classes") says too little by itself to stand in display type.</summary>
    private const int LeastWeight = 2;

    /// <summary>The three results with the most telling figures, in the order of the CV; none where there are no three to show.</summary>
    /// <remarks>A share or an amount of money tells more than a large number, and that more than a small one; a year is no figure.</remarks>
    public static IReadOnlyList<KeyResult> ThreeOf(Resume resume)
    {
        var found = resume.Work.SelectMany(work => work.Highlights).Where(text => text.Length <= LongestText)
            .Select((text, place) => (Telling: Best(text), Text: text, Place: place))
            .Where(result => result.Telling.Weight >= LeastWeight)
            .OrderByDescending(result => result.Telling.Weight).ThenBy(result => result.Place)
            .Take(Wanted).OrderBy(result => result.Place)
            .Select(result => new KeyResult(result.Telling.Figure, result.Text)).ToArray();
        return found.Length == Wanted ? found : [];
    }

    // Of "from 6.2 % to 1.4 %" the figure that was reached, which is the last.
    private static (string Figure, int Weight) Best(string text) => Figures().Matches(text).Reverse()
        .Select(match => (Figure: match.Value.Trim(), Weight: WeightOf(match)))
        .DefaultIfEmpty((Figure: "", Weight: 0)).MaxBy(figure => figure.Weight);

    private static int WeightOf(Match match)
    {
        var number = match.Groups["number"].Value;
        if (match.Groups["money"].Success || match.Groups["percent"].Success) return 4;
        if (match.Groups["scale"].Success || match.Groups["times"].Success) return 3;
        if (IsYear(number) || number.AsSpan().ContainsAny('–', '-')) return 0;
        return number.Count(char.IsAsciiDigit) switch { >= 4 => 3, 3 => 2, 2 => 1, _ => 0 };
    }

    private static bool IsYear(string number) => number.Length == 4 && number.All(char.IsAsciiDigit) && number[0] is '1' or '2' && number[1] is '9' or '0';

    // Digits inside a word (K8s, C99, p99) are part of a name and not counted.
    [GeneratedRegex(
        """
        (?<![\p{L}\d.,/-])
        (?:(?<money>[€$£¥₪]|\b(?:EUR|USD|CHF|GBP|PLN|BRL)\s?)\s?)?
        (?<number>(?:\d+(?:[.,]\d+)?\s?[–-]\s?)?(?:\d{1,3}(?:[.,'’\u00a0\u202f ]\d{3})+(?:[.,]\d+)?|\d+(?:[.,]\d+)?))
        (?:(?<percent>\s?%)|(?<times>\s?[×x](?![\p{L}\d]))|(?<scale>\s?(?:k|K|M|m|bn|Mio\.?|Mrd\.?|million|billion|Millionen|Milliarden|millions|milliards|millones|milhões|milioni|miljoen|mln|mld|tys\.?|מיליון|מיליארד)(?![\p{L}\d])))?
        (?:\s?(?<money>€|\$|£|zł|₪|\b(?:EUR|USD|CHF|GBP|PLN|[Ee]uros?|dollars?)\b))?
        (?![\p{L}\d])
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 200)]
    private static partial Regex Figures();
}
