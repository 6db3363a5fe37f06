using System.Globalization;
using Resume2Website.Documents;
using Resume2Website.Extraction.Entries;
using Resume2Website.Extraction.Layout;
using Resume2Website.Extraction.Lexicon;
using Resume2Website.Extraction.Parsing;
using Resume2Website.Extraction.Rules;

namespace Resume2Website.Extraction.Learned;

/// <summary>What is seen of one line, whatever stands around it.</summary>
internal sealed class LineFacts
{
    /// <summary>What the names of those begin with that tell of the rules.</summary>
    public const string RulePrefix = "rule:";

    private const int LongestWordList = 10;

    private LineFacts(LayoutLine line, LineStyle style, IReadOnlyList<string> names, IReadOnlyList<string> words) =>
        (Line, Style, Names, Words) = (line, style, names, words);

    /// <summary>The line.</summary>
    public LayoutLine Line { get; }

    /// <summary>What it looks like.</summary>
    public LineStyle Style { get; }

    /// <summary>What is true of it, by name.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>Its words, folded; the first few.</summary>
    public IReadOnlyList<string> Words { get; }

    /// <summary>What of it matters for its neighbours.</summary>
    public IReadOnlyList<string> Outline { get; private init; } = [];

    /// <summary>Looks at a line.</summary>
    /// <param name="ruled">The line and the section that the rules put it in.</param>
    /// <param name="rulePart">The part that the rules give it in an entry; null outside of sections with entries.</param>
    /// <param name="bodySize">The size of most letters of the document, in half points.</param>
    public static LineFacts Of(SectionedLine ruled, LinePart? rulePart, int bodySize)
    {
        var line = ruled.Line;
        var outline = new List<string>();
        Rules(ruled, rulePart, outline);
        Shape(line, outline);
        Values(line, outline);
        var names = new List<string>(outline);
        var (style, words) = (line.Style, TextFolding.Words(line.Text));
        Looks(line, style, bodySize, names);
        Lexicons(line, words, names);
        return new LineFacts(line, style, names, [.. words.Take(LongestWordList)]) { Outline = outline };
    }

    private static void Rules(SectionedLine ruled, LinePart? rulePart, List<string> names)
    {
        names.Add(RulePrefix + $"{ruled.Section.Kind}");
        if (ruled.IsHeading) names.Add(RulePrefix + "heading");
        if (rulePart is { } part) names.Add(RulePrefix + $"{part}");
        if (ruled.IsHeading || rulePart is null) return;
        names.Add(RulePrefix + $"{ruled.Section.Kind}:{rulePart}");
    }

    private static void Shape(LayoutLine line, List<string> names)
    {
        var text = line.Text;
        if (line.IsBullet) names.Add("bullet");
        names.Add($"length:{(text.Length < 15 ? 0 : text.Length < 30 ? 1 : text.Length < 60 ? 2 : text.Length < 110 ? 3 : 4)}");
        names.Add($"runs:{Math.Min(3, line.Segments.Count)}");
        names.Add($"end:{text[^1] switch { '.' or '!' => "stop", ':' => "colon", ',' => "comma", var c when char.IsDigit(c) => "digit", _ => "else" }}");
        names.Add($"gap:{(line.GapBefore < 0.25 ? 0 : line.GapBefore < 0.7 ? 1 : line.GapBefore < 1.5 ? 2 : 3)}");
        if (char.IsLower(text[0])) names.Add("begins:lower");
        if (text.StartsWith('(')) names.Add("begins:bracket");
    }

    private static void Values(LayoutLine line, List<string> names)
    {
        var text = line.Text;
        var dates = DateParser.Find(text);
        if (dates.Count > 0)
        {
            names.Add(dates[0].IsRange ? "date:range" : "date:single");
            if (dates[0].IsOpen) names.Add("date:open");
            var rest = text.Length - dates.Sum(date => date.Length);
            names.Add(rest < 4 ? "date:alone" : dates[0].Start < 3 ? "date:first" : dates[^1].End > text.Length - 3 ? "date:last" : "date:inside");
        }

        if (EmailParser.Find(text) is not null) names.Add("mail");
        if (WebAddressParser.Find(text).Count > 0 || line.Links.Any()) names.Add("link");
        if (PhoneParser.Find(text) is not null) names.Add("phone");
        if (text.Contains('@', StringComparison.Ordinal) || ProfileNetworks.Named(text) is not null) names.Add("profile");
        if (dates.Count == 0 && text.Any(char.IsDigit)) names.Add("digits");
    }

    private static void Looks(LayoutLine line, LineStyle style, int bodySize, List<string> names)
    {
        if (style.Size > 0) names.Add($"size:{Math.Clamp((int)Math.Round(4.0 * (style.Size - bodySize) / Math.Max(1, bodySize)), -2, 5)}");
        if (style.Bold) names.Add("bold");
        if (style.Italic) names.Add("italic");
        if (style.Capitals) names.Add("capitals");
        if (style.Mark > 0) names.Add($"mark:{style.Mark}");
        if (line.First.Cell is { } cell) names.Add($"cell:{Math.Min(3, cell.Column)}");
        if (line.First.Role != SourceLineRole.Body) names.Add($"role:{line.First.Role}");
        if (line.First.Number <= 12) names.Add($"number:{(line.First.Number - 1) / 2}");
        if (line.Page == 1) names.Add("page:first");
        if (line.Box is { } box && line.RegionEdges is var (left, right) && right > left)
        {
            names.Add($"indent:{Math.Clamp((int)((box.X - left) / 12), 0, 4)}");
            names.Add($"column:{Math.Min(4, (int)((right - left) / 120))}");
        }
    }

    private static void Lexicons(LayoutLine line, IReadOnlyList<string> folded, List<string> names)
    {
        var text = line.Segments[0].Text;
        if (HeadingLexicon.Match(text) is { } heading) names.Add($"heading:{heading.Section}:{(heading.IsExact ? "exact" : "stem")}");
        var (title, organization, school, degree) = WordLexicon.Scores(folded);
        Score("title", title);
        Score("organization", organization);
        Score("school", school);
        Score("degree", degree);
        if (LanguageNames.LengthAtStart(text) > 0) names.Add("language");
        var commas = line.Text.Count(character => character is ',' or ';' or '•' or '|' or '·');
        var words = line.Text.Count(character => character == ' ') + 1;
        names.Add($"list:{Math.Min(4, commas)}:{(commas == 0 ? 0 : Math.Min(4, words / (commas + 1)))}");
        if (line.Text.Contains(": ", StringComparison.Ordinal) && line.Text.IndexOf(':', StringComparison.Ordinal) < 35) names.Add("labelled");
        if (PlaceNames.Knows(text)) names.Add("place:known");
        else if (PostalParser.IsPlace(text)) names.Add("place:shape");
        if (NameFinder.IsDocumentTitle(text)) names.Add("document title");
        var capitals = line.Text.Split(' ').Count(word => word.Length > 0 && char.IsUpper(word[0])) / (double)words;
        names.Add($"title case:{(capitals > 0.9 ? 2 : capitals > 0.5 ? 1 : 0)}");
        if (!line.Text.Any(char.IsLetter)) names.Add("no letters");

        void Score(string what, int score)
        {
            if (score > 0) names.Add(string.Create(CultureInfo.InvariantCulture, $"{what}:{Math.Min(2, score)}"));
        }
    }
}
