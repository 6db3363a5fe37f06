using System.Text;

namespace Resume2Website.Reader.Pdf;

/// <summary>
/// Brings the letters of a line from the order in which they stand, left to right, into the one in which they are read: Hebrew and Arabic from the right,
/// numbers and Latin words among them from the left. It undoes what the bidirectional algorithm (Unicode, UAX 9) did when the line was set.
/// </summary>
internal static class ReadingOrder
{
    private const string Open = "([{<«‹";
    private const string Close = ")]}>»›";

    /// <summary>The pieces as they are read.</summary>
    /// <param name="pieces">The pieces as they stand.</param>
    public static IReadOnlyList<LinePiece> Of(IReadOnlyList<LinePiece> pieces)
    {
        var kinds = pieces.Select(piece => KindOf(piece.Text)).ToArray();
        var fromRight = kinds.Count(kind => kind == 'R');
        if (fromRight == 0) return pieces;
        return fromRight >= kinds.Count(kind => kind == 'L') ? Backwards(pieces, kinds, 0, pieces.Count) : WithTurnedWords(pieces, kinds);
    }

    /// <summary>A Latin line: only the stretches of Hebrew or Arabic in it are turned.</summary>
    private static List<LinePiece> WithTurnedWords(IReadOnlyList<LinePiece> pieces, char[] kinds)
    {
        var read = new List<LinePiece>(pieces.Count);
        for (var start = 0; start < kinds.Length;)
        {
            if (kinds[start] != 'R')
            {
                read.Add(pieces[start++]);
                continue;
            }

            var end = start + 1;
            for (var next = end; next < kinds.Length && kinds[next] != 'L'; next++)
            {
                if (kinds[next] == 'R') end = next + 1;
            }

            read.AddRange(Backwards(pieces, kinds, start, end));
            start = end;
        }

        return read;
    }

    private static List<LinePiece> Backwards(IReadOnlyList<LinePiece> pieces, char[] kinds, int start, int end)
    {
        var read = new List<LinePiece>(end - start);
        for (var last = end - 1; last >= start;)
        {
            var first = BeginOfIsland(kinds, start, last);
            if (first == last && kinds[last] is not ('L' or 'N')) read.Add(Mirrored(pieces[last]));
            else for (var index = first; index <= last; index++) read.Add(pieces[index]);
            last = first - 1;
        }

        return read;
    }

    /// <summary>Where what is read from the left and ends here begins: Latin words with all between them, or one number.</summary>
    private static int BeginOfIsland(char[] kinds, int start, int last)
    {
        if (kinds[last] is not ('L' or 'N')) return last;
        var (begin, isLatin) = (last, kinds[last] == 'L');
        var number = last;
        for (var index = last - 1; index >= start && kinds[index] != 'R'; index--)
        {
            isLatin |= kinds[index] == 'L';
            if (kinds[index] is 'L' or 'N') begin = index;
        }

        if (isLatin) return begin;
        // A separator belongs to a number only between two of its digits.
        while (number > start && (kinds[number - 1] == 'N' || (kinds[number - 1] == 'S' && number - 1 > start && kinds[number - 2] == 'N'))) number--;
        return number;
    }

    private static LinePiece Mirrored(LinePiece piece) =>
        piece.Text.Length != 1 ? piece
        : Open.IndexOf(piece.Text[0], StringComparison.Ordinal) is >= 0 and var open ? piece with { Text = Close[open].ToString() }
        : Close.IndexOf(piece.Text[0], StringComparison.Ordinal) is >= 0 and var close ? piece with { Text = Open[close].ToString() }
        : piece;

    /// <summary>R for what is read from the right, L for other letters, N for digits, S for what separates digits, a space for the rest.</summary>
    private static char KindOf(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value is >= 0x0660 and <= 0x0669 or >= 0x06F0 and <= 0x06F9) return 'N';
            if (rune.Value is >= 0x0590 and <= 0x08FF or >= 0xFB1D and <= 0xFDFF or >= 0xFE70 and <= 0xFEFF) return 'R';
            if (Rune.IsLetter(rune)) return 'L';
            if (Rune.IsDigit(rune)) return 'N';
            if (rune.Value is '.' or ',' or ':' or '/' or '-' or '+') return 'S';
        }

        return ' ';
    }
}
