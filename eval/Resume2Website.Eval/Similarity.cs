using System.Text;

namespace Resume2Website.Eval;

/// <summary>Compares values without regard to case, accents and punctuation.</summary>
internal static class Similarity
{
    /// <summary>Letters and digits in lower case, without accents.</summary>
    public static string Squash(string text) =>
        string.Concat(text.Normalize(NormalizationForm.FormKD).Where(char.IsLetterOrDigit)).ToLowerInvariant();

    /// <summary>Twice the longest common subsequence over both lengths, 0 to 1.</summary>
    public static double Ratio(string a, string b)
    {
        var (x, y) = (Squash(a), Squash(b));
        return x.Length == 0 || y.Length == 0 ? 0 : 2.0 * CommonSubsequence(x, y) / (x.Length + y.Length);
    }

    /// <summary>F1 over the words of two texts, each counted as often as it occurs.</summary>
    public static double WordF1(string a, string b)
    {
        var (x, y) = (Words(a), Words(b));
        var common = x.Sum(pair => Math.Min(pair.Value, y.GetValueOrDefault(pair.Key)));
        var all = x.Values.Sum() + y.Values.Sum();
        return all == 0 ? 0 : 2.0 * common / all;
    }

    private static Dictionary<string, int> Words(string text) =>
        text.Split([' ', '\n', '\t', ',', '.', ';', ':', '(', ')', '/', '-', '–'], StringSplitOptions.RemoveEmptyEntries)
            .GroupBy(Squash, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal);

    private static int CommonSubsequence(string a, string b)
    {
        var row = new int[b.Length + 1];
        foreach (var letter in a)
        {
            var diagonal = 0;
            for (var j = 1; j <= b.Length; j++)
            {
                var above = row[j];
                row[j] = letter == b[j - 1] ? diagonal + 1 : Math.Max(above, row[j - 1]);
                diagonal = above;
            }
        }

        return row[b.Length];
    }
}
