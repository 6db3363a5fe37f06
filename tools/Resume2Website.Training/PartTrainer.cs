using Resume2Website.Extraction.Learned;

namespace Resume2Website.Training;

/// <summary>Trains the model of parts by stochastic gradients with per-weight steps (AdaGrad). One thread and a fixed order: the same parts give the same model.</summary>
internal static class PartTrainer
{
    private const int Epochs = 8;
    private const double Rate = 0.1;
    private const int Fewest = 3;
    private const int MostOfOne = 6;
    private const double WordsLeftOut = 0.4;
    private const int Seed = 20_262;

    /// <summary>A model of the parts. Of one that occurs often only some are taken: what is frequent in a corpus that was made says nothing.</summary>
    public static PartModel Train(IEnumerable<LabelledPart> parts)
    {
        var seen = new Dictionary<LabelledPart, int>();
        var taken = parts.Where(part => (seen[part] = seen.GetValueOrDefault(part) + 1) <= MostOfOne).Select(part => (Features: PartFeatures.Of(part.Text), part.Kind)).ToArray();
        uint[] features = [.. taken.SelectMany(part => part.Features).CountBy(feature => feature.Hash).Where(pair => pair.Value >= Fewest).Select(pair => pair.Key).Order()];
        var model = new PartModel(features, new float[features.Length * PartModel.Kinds]);
        var squares = new double[model.Weights.Length];
        var random = new Random(Seed);
        for (var epoch = 1; epoch <= Epochs; epoch++)
        {
            random.Shuffle(taken);
            var right = taken.Count(part => Learn(model, squares, part.Features, part.Kind, random));
            Console.Error.WriteLine(FormattableString.Invariant($"epoch {epoch}: {(double)right / taken.Length:P2} of {taken.Length} parts right while training"));
        }

        return Compact(model);
    }

    private static bool Learn(PartModel model, double[] squares, LineFeature[] features, PartKind gold, Random random)
    {
        var kept = features.Where(feature => feature.Origin != FeatureOrigin.Words || random.NextDouble() >= WordsLeftOut).ToList();
        var likelihoods = model.LogLikelihoods(kept);
        foreach (var row in kept.Select(model.Row).Where(row => row >= 0))
        {
            for (var kind = 0; kind < PartModel.Kinds; kind++)
            {
                var slope = (kind == (int)gold ? 1 : 0) - Math.Exp(likelihoods[kind]);
                var at = row * PartModel.Kinds + kind;
                squares[at] += slope * slope;
                model.Weights[at] += (float)(Rate * slope / (Math.Sqrt(squares[at]) + 1e-6));
            }
        }

        return likelihoods[(int)gold] == likelihoods.Max();
    }

    private static PartModel Compact(PartModel model)
    {
        var kept = Enumerable.Range(0, model.Features.Count).Where(row => Row(model, row).ToArray().Any(weight => Math.Abs(weight) > 1.5 * PartModel.Quantum)).ToList();
        var weights = new float[kept.Count * PartModel.Kinds];
        for (var i = 0; i < kept.Count; i++) Row(model, kept[i]).CopyTo(weights.AsSpan(i * PartModel.Kinds));
        return new PartModel([.. kept.Select(row => model.Features[row])], weights);
    }

    private static Span<float> Row(PartModel model, int row) => model.Weights.AsSpan(row * PartModel.Kinds, PartModel.Kinds);
}
