using Resume2Website.Extraction.Layout;
using Resume2Website.Extraction.Parsing;

namespace Resume2Website.Extraction.Entries;

/// <summary>A line of a section with its date taken out.</summary>
internal sealed record EntryLine
{
    private const int LongestHeader = 120;

    /// <summary>The line.</summary>
    public required LayoutLine Line { get; init; }

    /// <summary>The date or range that stands apart in it: a run of its own, or at the line's begin or end.</summary>
    public DateSpan? Date { get; init; }

    /// <summary>Its runs without the date; empty when there was nothing else.</summary>
    public required IReadOnlyList<LayoutSegment> Rest { get; init; }

    /// <summary>The rest as one text.</summary>
    public string Text => string.Join('\t', Rest.Select(segment => segment.Text));

    /// <summary>Whether it can be part of an entry's head: short, no list item, no sentence.</summary>
    public bool IsHeader => !Line.IsBullet && IsShort;

    /// <summary>Whether it is short and no sentence.</summary>
    public bool IsShort => Text.Length <= LongestHeader && (Date is not null || !IsSentence(Text));

    /// <summary>Reads a line.</summary>
    public static EntryLine Read(LayoutLine line)
    {
        for (var i = line.Segments.Count - 1; i >= 0; i--)
        {
            var segment = line.Segments[i];
            var date = DateParser.Find(segment.Text).LastOrDefault(span => StandsApart(segment.Text, span));
            if (date is null) continue;
            var rest = Without(segment.Text, date);
            var others = line.Segments.Select((other, index) => index == i ? other with { Text = rest } : other).Where(IsMore);
            return new EntryLine { Line = line, Date = date, Rest = [.. others] };
        }

        return new EntryLine { Line = line, Rest = line.Segments.Any(segment => DurationParser.IsDuration(segment.Text)) ? [.. line.Segments.Where(IsMore)] : line.Segments };
    }

    // How long it lasted is said by its dates.
    private static bool IsMore(LayoutSegment segment) => segment.Text.Length > 0 && !DurationParser.IsDuration(segment.Text);

    private static bool StandsApart(string text, DateSpan span) =>
        text[..span.Start].Trim().Trim('(', '[', ',', '|', '–', '-').Trim().Length == 0
        || text[span.End..].Trim().Trim(')', ']', '.', ',', ':', ';').Length == 0
        || (span.Start > 0 && text[span.Start - 1] == '(' && span.End < text.Length && text[span.End] == ')')
        || (span.IsRange && (text[..span.Start].TrimEnd() is [.., '|' or '·' or '•' or ','] || text[span.End..].TrimStart() is ['|' or '·' or '•' or ',', ..]));

    private static string Without(string text, DateSpan span)
    {
        var before = text[..span.Start].TrimEnd(' ', '(', '[', ',', '|', '·', '•', '–', '—', '-', ':', ';', '/').TrimStart();
        var after = text[span.End..].TrimStart(' ', ')', ']', '.', ',', '|', '·', '•', '–', '—', '-', ':', ';').TrimEnd();
        after = DurationParser.Remove(after).Trim();
        return before.Length == 0 ? after : after.Length == 0 ? before : $"{before}\t{after}";
    }

    private static bool IsSentence(string text) =>
        text.Length > 45 && (text.EndsWith('.') || text.EndsWith('!')) && !text.EndsWith("Inc.", StringComparison.Ordinal) && !text.EndsWith("Ltd.", StringComparison.Ordinal);
}
