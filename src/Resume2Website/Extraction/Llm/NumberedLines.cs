using System.Text;
using Resume2Website.Documents;
using Resume2Website.Extraction.Entries;
using Resume2Website.Extraction.Layout;
using Resume2Website.Extraction.Parsing;

namespace Resume2Website.Extraction.Llm;

/// <summary>The lines of a document by the numbers that the model sees, and where in them a value stands.</summary>
internal sealed class NumberedLines(LayoutDocument layout)
{
    private const double Claimed = 0.92;
    private const double Elsewhere = 0.75;
    private const int Nearby = 3;

    /// <summary>Fewer letters than this stand in too many places to look for them elsewhere.</summary>
    private const int ShortestElsewhere = 4;

    public int Count => layout.Lines.Count;

    /// <summary>The line of a number, or null.</summary>
    public LayoutLine? this[int number] => number >= 1 && number <= Count ? layout.Lines[number - 1] : null;

    /// <summary>A line's text as the model sees it: on one line, whatever it holds.</summary>
    public string TextOf(int number) => string.Concat(layout.Lines[number - 1].Text.Select(character => char.IsControl(character) || character is '\u2028' or '\u2029' ? ' ' : character));

    /// <summary>The value as the document has it; null when it does not stand there.</summary>
    /// <param name="number">The line that the model names.</param>
    /// <param name="text">What the model says stands there.</param>
    public Found? Find(int number, string text)
    {
        var wanted = TextFolding.Squash(text);
        if (text.Trim().Length == 0) return null;
        if (FindIn(number, text, wanted) is { } claimed) return new Found(claimed.Text, claimed.Source, Claimed);
        if (wanted.Length < ShortestElsewhere) return null;
        return Enumerable.Range(1, Nearby).SelectMany(distance => new[] { number - distance, number + distance })
            .Select(near => FindIn(near, text, wanted)).FirstOrDefault(found => found is not null) is { } moved
            ? new Found(moved.Text, moved.Source, Elsewhere) : null;
    }

    // A value may be wrapped into the next line.
    private (string Text, SourceLine Source)? FindIn(int number, string text, string wanted)
    {
        if (this[number] is not { } line) return null;
        if (Cut(line.Text, text, wanted) is { } span) return (span.Text.Replace('\t', ' '), SourceAt(line, span.Start));
        return this[number + 1] is { } next && Cut($"{line.Text} {next.Text}", text, wanted) is { } wrapped && wrapped.Start < line.Text.Length
            ? (wrapped.Text.Replace('\t', ' '), SourceAt(line, wrapped.Start)) : null;
    }

    private static SourceLine SourceAt(LayoutLine line, int position)
    {
        foreach (var segment in line.Segments)
        {
            if (position < segment.Text.Length + 1) return segment.Source;
            position -= segment.Text.Length + 1;
        }

        return line.Segments[^1].Source;
    }

    /// <summary>The document's own characters for a value: the same but for case and accents, or the same letters in a row.</summary>
    private static (string Text, int Start)? Cut(string line, string text, string wanted)
    {
        var folded = AlignedFolding.Fold(line);
        var value = AlignedFolding.Fold(text.Trim());
        for (var start = folded.IndexOf(value, StringComparison.Ordinal); start >= 0; start = folded.IndexOf(value, start + 1, StringComparison.Ordinal))
        {
            if (IsWhole(line, start, start + value.Length)) return (line.Substring(start, value.Length), start);
        }

        return wanted.Length < 2 ? null : CutLetters(line, wanted);
    }

    private static (string Text, int Start)? CutLetters(string line, string wanted)
    {
        var letters = new StringBuilder(line.Length);
        var places = new List<(int Start, int End)>(line.Length);
        for (var at = 0; at < line.Length;)
        {
            var length = at + 1 < line.Length && char.IsSurrogatePair(line[at], line[at + 1]) ? 2 : 1;
            var folded = TextFolding.Squash(line.Substring(at, length));
            letters.Append(folded);
            places.AddRange(Enumerable.Repeat((at, at + length), folded.Length));
            at += length;
        }

        var all = letters.ToString();
        for (var found = all.IndexOf(wanted, StringComparison.Ordinal); found >= 0; found = all.IndexOf(wanted, found + 1, StringComparison.Ordinal))
        {
            var (start, end) = (places[found].Start, places[found + wanted.Length - 1].End);
            if (IsWhole(line, start, end)) return (line[start..end], start);
        }

        return null;
    }

    // "art" does not stand in "party"; scripts without spaces between words have no such ends.
    private static bool IsWhole(string line, int start, int end) => !IsJoined(line, start) && !IsJoined(line, end);

    private static bool IsJoined(string line, int at) => at > 0 && at < line.Length && IsOfAWord(line[at - 1]) && IsOfAWord(line[at]);

    private static bool IsOfAWord(char character) => char.IsLetterOrDigit(character) && char.GetUnicodeCategory(character) != System.Globalization.UnicodeCategory.OtherLetter;
}
