using Resume2Website.Corpus.Pieces;

namespace Resume2Website.Corpus.Printing;

/// <summary>Breaks a piece into lines of a width.</summary>
/// <param name="measure">The width of a text in a look.</param>
/// <param name="hyphenates">Whether long words are parted.</param>
internal sealed class LineBreaker(Func<string, Look, float> measure, bool hyphenates)
{
    /// <summary>The lines, each as runs of one look.</summary>
    public List<List<(string Text, Look Look, Role? Role)>> Break(Piece piece, float width)
    {
        var lines = new List<List<(string Text, Look Look, Role? Role)>> { new() };
        var used = 0f;
        foreach (var (word, look, role) in Words(piece))
        {
            var rest = word;
            while (rest.Length > 0)
            {
                var advance = measure(rest.TrimEnd(), look);
                if (used + advance <= width || (lines[^1].Count == 0 && rest.Trim().Length < 4))
                {
                    Add(rest, look, role);
                    used += measure(rest, look);
                    break;
                }

                var cut = hyphenates ? Cut(rest, look, width - used) : 0;
                if (cut > 0)
                {
                    Add(rest[..cut] + "-", look, role);
                    rest = rest[cut..];
                }
                else if (lines[^1].Count == 0)
                {
                    // A word longer than the column, such as a mail address, breaks where the column ends.
                    cut = Enumerable.Range(1, rest.Length).TakeWhile(length => measure(rest[..length], look) <= width).DefaultIfEmpty(1).Last();
                    Add(rest[..cut], look, role);
                    rest = rest[cut..];
                    if (rest.Length == 0) break;
                }

                lines.Add([]);
                used = 0;
                rest = rest.TrimStart();
            }
        }

        return [.. lines.Where(line => line.Any(run => run.Text.Trim().Length > 0))];

        void Add(string text, Look look, Role? role)
        {
            var line = lines[^1];
            if (line.Count > 0 && line[^1].Look == look && line[^1].Role == role) line[^1] = (line[^1].Text + text, look, role);
            else line.Add((text, look, role));
        }
    }

    private static IEnumerable<(string Word, Look Look, Role? Role)> Words(Piece piece)
    {
        foreach (var span in piece.Spans)
        {
            var start = 0;
            for (var i = 0; i < span.Text.Length; i++)
            {
                // Words keep the space behind them; a pictogram stays with what it stands for.
                if (span.Text[i] != ' ' || span.Look.HasFlag(Look.Icon)) continue;
                yield return (span.Text[start..(i + 1)], span.Look, span.Role);
                start = i + 1;
            }

            if (start < span.Text.Length) yield return (span.Text[start..], span.Look, span.Role);
        }
    }

    private int Cut(string word, Look look, float width)
    {
        var letters = word.TrimEnd(' ', ',', '.', ';').Length;
        if (letters < 9 || !word.Take(letters).All(char.IsLetter)) return 0;
        for (var at = letters - 3; at >= 3; at--)
        {
            var isSyllable = !IsVowel(word[at]) && IsVowel(word[at + 1]);
            if (isSyllable && measure(word[..at] + "-", look) <= width) return at;
        }

        return 0;
    }

    private static bool IsVowel(char letter) => "aeiouyäöüáéíóúàèìòùâêîôûãõąęó".Contains(char.ToLowerInvariant(letter), StringComparison.Ordinal);
}
