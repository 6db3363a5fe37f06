namespace Resume2Website.Extraction.Parsing;

/// <summary>A date or a range of dates in a text.</summary>
/// <param name="Start">Where it begins in the text.</param>
/// <param name="Length">How many characters it takes.</param>
/// <param name="From">The date, or the range's begin; null when only the end is printed.</param>
/// <param name="To">The range's end; null for a single date and for an open range.</param>
/// <param name="IsRange">Whether it is a range, open or closed.</param>
/// <param name="IsOpen">Whether the range goes on.</param>
internal sealed record DateSpan(int Start, int Length, CalendarPoint? From, CalendarPoint? To, bool IsRange, bool IsOpen)
{
    /// <summary>The first character after it.</summary>
    public int End => Start + Length;

    /// <summary>Whether it is one date, and nothing in the text says that it goes on: no dash behind it, no "onwards", whatever the language.</summary>
    /// <param name="text">The text that it was found in.</param>
    public bool IsSingleIn(string text)
    {
        if (IsRange || IsOpen || To is not null) return false;
        var after = text[End..].TrimStart(' ', '\u00A0', '\t', '.', ')', ']');
        return after is not ['-' or '–' or '—' or '−' or '~' or '+' or '…' or '→' or '/', ..] && !after.StartsWith("onward", StringComparison.OrdinalIgnoreCase) && !OpenEnd.Is(after);
    }
}
