using Resume2Website.Extraction.Layout;

namespace Resume2Website.Extraction.Learned;

/// <summary>
/// The weights of a linear-chain conditional random field over the lines of a document (J. Lafferty, A. McCallum, F. Pereira, ICML 2001): what speaks for a
/// section and for a part in the features of a line, and which label follows which, within a column, into the next column, onto the next page.
/// </summary>
internal sealed class LineModel
{
    /// <summary>Ways in which a line can follow another: in the same region, in another region of the page, on another page.</summary>
    public const int Steps = 3;

    private static readonly int[] SectionOf = [.. LineLabel.All.Select(label => LineLabel.Sections.ToList().IndexOf(label.Section))];
    private static readonly int[] PartOf = [.. LineLabel.All.Select(label => (int)label.Part)];

    private readonly Dictionary<uint, int> _rows;
    private readonly double[]?[] _exponents = new double[Steps][];

    /// <summary>Creates a model.</summary>
    /// <param name="features">The hashes of the features, rising.</param>
    /// <param name="weights">A row a feature: a weight for each section, then one for each part.</param>
    /// <param name="transitions">Weights of label after label, by the way of following: <c>[step, before, after]</c>.</param>
    /// <param name="beginnings">Weights of the first line's label.</param>
    public LineModel(IReadOnlyList<uint> features, float[] weights, float[] transitions, float[] beginnings)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(weights.Length, features.Count * RowLength);
        ArgumentOutOfRangeException.ThrowIfNotEqual(transitions.Length, Steps * Labels * Labels);
        ArgumentOutOfRangeException.ThrowIfNotEqual(beginnings.Length, Labels);
        _rows = features.Select((hash, row) => (hash, row)).ToDictionary(pair => pair.hash, pair => pair.row);
        (Features, Weights, Transitions, Beginnings) = (features, weights, transitions, beginnings);
    }

    /// <summary>How many labels there are.</summary>
    public static int Labels => SectionOf.Length;

    /// <summary>How many weights a feature has.</summary>
    public static int RowLength => LineLabel.Sections.Count + Enum.GetValues<LinePart>().Length;

    /// <summary>The features that it knows.</summary>
    public IReadOnlyList<uint> Features { get; }

    /// <summary>A row of <see cref="RowLength"/> weights a feature.</summary>
    public float[] Weights { get; }

    /// <summary>Weights of label after label, <c>[step, before, after]</c>.</summary>
    public float[] Transitions { get; }

    /// <summary>Weights of the first line's label.</summary>
    public float[] Beginnings { get; }

    /// <summary>The exponentials of the transitions of one way of following, <c>[before, after]</c>, as of the last <see cref="WeightsChanged"/>.</summary>
    public double[] TransitionExponents(int step) =>
        _exponents[step] ??= [.. Transitions.AsSpan(step * Labels * Labels, Labels * Labels).ToArray().Select(weight => Math.Exp(weight))];

    /// <summary>To be called after training has changed weights.</summary>
    public void WeightsChanged() => Array.Clear(_exponents);

    /// <summary>The index of a label's section among a row's weights.</summary>
    public static int SectionWeight(int label) => SectionOf[label];

    /// <summary>The index of a label's part among a row's weights.</summary>
    public static int PartWeight(int label) => LineLabel.Sections.Count + PartOf[label];

    /// <summary>The row of a feature; -1 when the model does not know it.</summary>
    public int Row(LineFeature feature) => _rows.GetValueOrDefault(feature.Hash, -1);

    /// <summary>What the features of a line say for each label.</summary>
    public void Score(IEnumerable<LineFeature> features, Span<double> scores)
    {
        Span<double> row = stackalloc double[RowLength];
        row.Clear();
        foreach (var feature in features)
        {
            var at = Row(feature);
            if (at < 0) continue;
            var weights = Weights.AsSpan(at * RowLength, RowLength);
            for (var i = 0; i < row.Length; i++) row[i] += weights[i];
        }

        for (var label = 0; label < Labels; label++) scores[label] = row[SectionWeight(label)] + row[PartWeight(label)];
    }
}
