using System.Globalization;
using System.Text;

namespace Resume2Website.Templates.Preview;

/// <summary>Puts a line of text in the order in which it is seen from left to right, for a canvas that knows no direction.</summary>
/// <remarks>
/// What names, roles and places need of the Unicode Bidirectional Algorithm (UAX #9): one line without embeddings, whose words are right-to-left,
/// or left-to-right and numbers, in a line that has one direction itself.
/// </remarks>
internal static class VisualOrder
{
    /// <summary>The line as it is seen; the same text where nothing in it is right-to-left.</summary>
    public static string Of(string line, bool rightToLeft)
    {
        if (!line.EnumerateRunes().Any(IsRightToLeft)) return line;

        var runs = Runs(line, rightToLeft);
        if (rightToLeft) runs.Reverse();
        return string.Concat(runs.Select(run => run.RightToLeft ? Reversed(run.Text) : run.Text));
    }

    // Spaces and signs between two runs of one direction belong to them; between different ones to the line.
    private static List<(string Text, bool RightToLeft)> Runs(string line, bool rightToLeft)
    {
        var runs = new List<(string Text, bool RightToLeft)>();
        var (run, neutral) = (new StringBuilder(), new StringBuilder());
        var direction = rightToLeft;
        foreach (var rune in line.EnumerateRunes())
        {
            if (!IsRightToLeft(rune) && !Rune.IsLetterOrDigit(rune))
            {
                neutral.Append(rune.ToString());
                continue;
            }

            var own = IsRightToLeft(rune);
            if (own != direction && run.Length + neutral.Length > 0)
            {
                if (direction == rightToLeft)
                {
                    runs.Add((run.Append(neutral).ToString(), direction));
                    run.Clear();
                }
                else
                {
                    runs.Add((run.ToString(), direction));
                    run.Clear().Append(neutral);
                }
            }
            else
            {
                run.Append(neutral);
            }

            neutral.Clear();
            direction = own;
            run.Append(rune.ToString());
        }

        runs.Add((run.ToString(), direction));
        if (neutral.Length > 0) runs.Add((neutral.ToString(), rightToLeft));
        return runs;
    }

    private static string Reversed(string text)
    {
        var elements = new List<string>();
        for (var all = StringInfo.GetTextElementEnumerator(text); all.MoveNext();) elements.Add(Mirrored(all.GetTextElement()));
        elements.Reverse();
        return string.Concat(elements);
    }

    private static string Mirrored(string element) => element switch { "(" => ")", ")" => "(", "[" => "]", "]" => "[", "«" => "»", "»" => "«", "<" => ">", ">" => "<", _ => element };

    private static bool IsRightToLeft(Rune rune) =>
        rune.Value is (>= 0x0590 and <= 0x08FF) or (>= 0xFB1D and <= 0xFDFF) or (>= 0xFE70 and <= 0xFEFC);
}
