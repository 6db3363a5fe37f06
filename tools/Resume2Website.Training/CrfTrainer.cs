using Resume2Website.Extraction.Entries;
using Resume2Website.Extraction.Layout;
using Resume2Website.Extraction.Learned;

namespace Resume2Website.Training;

/// <summary>
/// Maximizes the conditional likelihood of the true labels by stochastic gradients with per-weight steps (AdaGrad: J. Duchi, E. Hazan, Y. Singer, JMLR 12, 2011).
/// One thread and a fixed order: the same corpus gives the same model.
/// </summary>
internal sealed class CrfTrainer
{
    private const int Epochs = 10;
    private const int Batch = 4;
    private const double Rate = 0.12;
    private const double Decay = 2e-6;
    private const int FewestDocuments = 4;
    private const double WordsLeftOut = 0.5;
    private const double DocumentsWithoutRules = 0.15;
    private const double DocumentsWithoutWords = 0.25;
    private const double LooksLeftOut = 0.1;
    private const float WithoutHeading = -12;
    private const int Seed = 20_261;

    private readonly IReadOnlyList<TrainingDocument> _documents;
    private readonly LineModel _model;
    private readonly double[] _weightSquares;
    private readonly double[] _transitionSquares;
    private readonly double[] _beginningSquares;
    private readonly Random _random = new(Seed);

    private CrfTrainer(IReadOnlyList<TrainingDocument> documents)
    {
        _documents = documents;
        var features = Features(documents);
        _model = new LineModel(features, new float[features.Count * LineModel.RowLength], Expectations(), new float[Labels]);
        (_weightSquares, _transitionSquares, _beginningSquares) = (new double[_model.Weights.Length], new double[_model.Transitions.Length], new double[Labels]);
    }

    private static int Labels => LineModel.Labels;

    /// <summary>A model of the documents.</summary>
    public static LineModel Train(IReadOnlyList<TrainingDocument> documents)
    {
        var trainer = new CrfTrainer([.. documents.Where(document => document.Gold.Length > 0 && document.Gold.All(label => label >= 0))]);
        for (var epoch = 1; epoch <= Epochs; epoch++) trainer.Run(epoch);
        return Compact(trainer._model);
    }

    /// <summary>
    /// What is expected of transitions before anything is seen: within a column a section ends where another's heading stands. A corpus shows hardly any other
    /// way, and what it does not show it does not forbid.
    /// </summary>
    private static float[] Expectations()
    {
        var transitions = new float[LineModel.Steps * Labels * Labels];
        for (var before = 0; before < Labels; before++)
        {
            for (var after = 0; after < Labels; after++)
            {
                var (from, to) = (LineLabel.All[before], LineLabel.All[after]);
                if (from.Section == to.Section || to.Part == LinePart.Heading) continue;
                transitions[before * Labels + after] = from.Section == CvSection.Preamble && to.Section == "summary" ? 0 : WithoutHeading;
            }
        }

        return transitions;
    }

    private static List<uint> Features(IReadOnlyList<TrainingDocument> documents) =>
        [.. documents.SelectMany(document => document.Features.SelectMany(line => line).Select(feature => feature.Hash).Distinct())
            .CountBy(hash => hash).Where(pair => pair.Value >= FewestDocuments).Select(pair => pair.Key).Order()];

    /// <summary>Without the features whose weights are all too small to be written.</summary>
    private static LineModel Compact(LineModel model)
    {
        var kept = Enumerable.Range(0, model.Features.Count).Where(row => Row(model, row).ToArray().Any(weight => Math.Abs(weight) > 1.5 * LineModelFile.Quantum)).ToList();
        var weights = new float[kept.Count * LineModel.RowLength];
        for (var i = 0; i < kept.Count; i++) Row(model, kept[i]).CopyTo(weights.AsSpan(i * LineModel.RowLength));
        return new LineModel([.. kept.Select(row => model.Features[row])], weights, model.Transitions, model.Beginnings);
    }

    private static Span<float> Row(LineModel model, int row) => model.Weights.AsSpan(row * LineModel.RowLength, LineModel.RowLength);

    private void Run(int epoch)
    {
        var order = Enumerable.Range(0, _documents.Count).ToArray();
        _random.Shuffle(order);
        var (right, all) = (0, 0);
        foreach (var batch in order.Chunk(Batch))
        {
            var rows = new Dictionary<int, double[]>();
            var transitions = new double[_model.Transitions.Length];
            var beginnings = new double[Labels];
            foreach (var index in batch)
            {
                var document = _documents[index];
                right += Collect(document, rows, transitions, beginnings);
                all += document.Gold.Length;
            }

            foreach (var (row, gradient) in rows) Step(_model.Weights, _weightSquares, row * LineModel.RowLength, gradient, Decay);
            Step(_model.Transitions, _transitionSquares, 0, transitions, 0);
            Step(_model.Beginnings, _beginningSquares, 0, beginnings, 0);
            _model.WeightsChanged();
        }

        Console.Error.WriteLine(FormattableString.Invariant($"epoch {epoch}: {(double)right / all:P2} of the lines right while training"));
    }

    /// <summary>Adds a document's gradient; gives how many of its lines have their true label as the likeliest.</summary>
    private int Collect(TrainingDocument document, Dictionary<int, double[]> rows, double[] transitions, double[] beginnings)
    {
        var features = LeaveOut(document.Features);
        var expected = new double[transitions.Length];
        var marginals = new LabelLattice(_model, features, document.Steps, document.Expectations).Marginals(expected);
        for (var i = 0; i < transitions.Length; i++) transitions[i] -= expected[i];
        var right = 0;
        Span<double> difference = stackalloc double[LineModel.RowLength];
        for (var line = 0; line < features.Count; line++)
        {
            var gold = document.Gold[line];
            var row = marginals.AsSpan(line * Labels, Labels);
            difference.Clear();
            var likeliest = 0;
            for (var label = 0; label < Labels; label++)
            {
                var value = (label == gold ? 1 : 0) - row[label];
                difference[LineModel.SectionWeight(label)] += value;
                difference[LineModel.PartWeight(label)] += value;
                if (row[label] > row[likeliest]) likeliest = label;
                if (line == 0) beginnings[label] += value;
            }

            if (likeliest == gold) right++;
            if (line > 0) transitions[(document.Steps[line] * Labels + document.Gold[line - 1]) * Labels + gold]++;
            foreach (var feature in features[line])
            {
                var at = _model.Row(feature);
                if (at < 0) continue;
                if (!rows.TryGetValue(at, out var gradient)) rows[at] = gradient = new double[LineModel.RowLength];
                for (var i = 0; i < gradient.Length; i++) gradient[i] += difference[i];
            }
        }

        return right;
    }

    private List<LineFeature[]> LeaveOut(IReadOnlyList<LineFeature[]> features)
    {
        var (withoutRules, withoutWords) = (_random.NextDouble() < DocumentsWithoutRules, _random.NextDouble() < DocumentsWithoutWords);
        return [.. features.Select(line => line.Where(feature => feature.Origin switch
        {
            FeatureOrigin.Words => !withoutWords && _random.NextDouble() >= WordsLeftOut,
            FeatureOrigin.Rules => !withoutRules,
            _ => _random.NextDouble() >= LooksLeftOut,
        }).ToArray())];
    }

    private static void Step(float[] weights, double[] squares, int offset, double[] gradient, double decay)
    {
        for (var i = 0; i < gradient.Length; i++)
        {
            var slope = gradient[i] - decay * weights[offset + i];
            if (slope == 0) continue;
            squares[offset + i] += slope * slope;
            weights[offset + i] += (float)(Rate * slope / (Math.Sqrt(squares[offset + i]) + 1e-6));
        }
    }
}
