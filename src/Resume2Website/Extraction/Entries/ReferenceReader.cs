using System.Text.RegularExpressions;
using Resume2Website.Extraction.Layout;
using Resume2Website.Extraction.Lexicon;

namespace Resume2Website.Extraction.Entries;

/// <summary>Reads who speaks for the person: a name above what they say, or below it; every other word of the section is text.</summary>
internal static partial class ReferenceReader
{
    private const int LongestSignature = 120;
    private const double Alone = 0.93;
    private const double WithMore = 0.88;
    private const double Text = 0.85;

    /// <summary>The references of a section.</summary>
    public static IReadOnlyList<ReferenceDraft> Read(IReadOnlyList<LayoutLine> section)
    {
        var isLearned = section.Any(line => line.Part is LinePart.Start);
        var entries = new List<List<LayoutLine>>();
        foreach (var line in section.Select((line, i) => line.IsBullet && i > 0 && Signs(line, section[i - 1]) ? AsSignature(line) : line))
        {
            if (entries.Count == 0 || Begins(line, entries[^1], isLearned)) entries.Add([]);
            entries[^1].Add(line);
        }

        return [.. entries.Select(Draft)];
    }

    private static bool Begins(LayoutLine line, List<LayoutLine> above, bool isLearned)
    {
        if (Signature(line) is not null) return false;
        // Below a signature somebody else speaks, unless it only goes on with how to reach the first.
        if (Signature(above[^1]) is not null) return line.Part is LinePart.Start || Opening().IsMatch(line.Text) || line.Text.Length > LongestSignature;
        if (isLearned) return line.Part is LinePart.Start;
        return Name(line) is not null && Name(above[0]) is not null && line.Style == above[0].Style;
    }

    private static ReferenceDraft Draft(List<LayoutLine> lines)
    {
        var signed = lines.Find(line => Signature(line) is not null);
        var named = signed ?? (Name(lines[0]) is not null ? lines[0] : lines.Count > 1 && Name(lines[^1]) is not null && lines[0].Text.Length > LongestName ? lines[^1] : null);
        Found? name = null;
        var texts = new List<Found>();
        foreach (var line in lines)
        {
            var text = line.Text.Replace('\t', ' ').Trim();
            if (ReferenceEquals(line, named))
            {
                var found = Signature(line) ?? Name(line)!;
                name = new Found(found, line.First, found.Length + 4 > text.Length ? Alone : WithMore);
                text = text[(text.IndexOf(found, StringComparison.Ordinal) + found.Length)..].Trim(' ', ',', ';', ':', '|', '·', '•', '–', '—', '-');
            }

            if (text.Length > 0) texts.Add(new Found(text, line.First, Text));
        }

        return new ReferenceDraft(name, EntryBody.Join(texts));
    }

    private const int LongestName = 45;

    /// <summary>The name that a line consists of, or begins with before a title, an employer, a number; null when it begins with none.</summary>
    private static string? Name(LayoutLine line)
    {
        if (line.Text.Length > LongestSignature) return null;
        var name = Behind().Split(line.Text.Replace('\t', '|'))[0].Trim();
        return name.Length <= LongestName && NameFinder.IsPerson(name) ? name : null;
    }

    // A dash at the beginning of a line of plain text counts as an item's; below somebody's words it is their name's.
    private static bool Signs(LayoutLine line, LayoutLine above) => !above.IsBullet && Closing().IsMatch(above.Text) && Name(line) is not null;

    private static LayoutLine AsSignature(LayoutLine item) =>
        item with { IsBullet = false, Segments = [item.Segments[0] with { Text = "— " + item.Segments[0].Text }, .. item.Segments.Skip(1)] };

    private static string? Signature(LayoutLine line) =>
        Dash().Match(line.Text) is { Success: true } dash ? Name(line with { Segments = [line.Segments[0] with { Text = line.Text[dash.Length..] }] }) : null;

    [GeneratedRegex(@"^\s*(?:[–—―~]|-{1,2})\s*", RegexOptions.CultureInvariant)]
    private static partial Regex Dash();

    [GeneratedRegex(@"[,;:|·•(]|\s[–—-]\s", RegexOptions.CultureInvariant)]
    private static partial Regex Behind();

    [GeneratedRegex(@"^\s*[""“„«»‚‘']", RegexOptions.CultureInvariant)]
    private static partial Regex Opening();

    [GeneratedRegex(@"[""”“»«’']\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Closing();
}
