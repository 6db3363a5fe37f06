namespace Resume2Website.Eval;

/// <summary>How often a field was right, wrong or missed.</summary>
internal sealed class FieldTally
{
    /// <summary>Values that are right.</summary>
    public double Right { get; private set; }

    /// <summary>Values that were predicted.</summary>
    public int Predicted { get; private set; }

    /// <summary>Values that there are in truth.</summary>
    public int Expected { get; private set; }

    /// <summary>The share of the predicted values that are right.</summary>
    public double Precision => Predicted == 0 ? 0 : Right / Predicted;

    /// <summary>The share of the true values that were found.</summary>
    public double Recall => Expected == 0 ? 0 : Right / Expected;

    /// <summary>The harmonic mean of both.</summary>
    public double F1 => Precision + Recall == 0 ? 0 : 2 * Precision * Recall / (Precision + Recall);

    /// <summary>Pairs values one to one, the most alike first, and counts them; gives which of the predicted are right.</summary>
    public bool[] Add(IReadOnlyList<string> expected, IReadOnlyList<string> predicted, Func<string, string, double> credit)
    {
        Expected += expected.Count;
        Predicted += predicted.Count;
        var pairs = expected.SelectMany((value, i) => predicted.Select((other, j) => (i, j, Credit: credit(value, other)))).Where(pair => pair.Credit > 0).OrderByDescending(pair => pair.Credit);
        var usedExpected = new HashSet<int>();
        var right = new bool[predicted.Count];
        var paired = new HashSet<int>();
        foreach (var (i, j, value) in pairs)
        {
            if (usedExpected.Contains(i) || !paired.Add(j)) continue;
            usedExpected.Add(i);
            right[j] = value >= 0.5;
            Right += value;
        }

        return right;
    }
}
