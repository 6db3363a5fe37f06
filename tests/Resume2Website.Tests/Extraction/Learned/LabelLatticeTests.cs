using Resume2Website.Extraction.Learned;

namespace Resume2Website.Tests.Extraction.Learned;

/// <summary>The lattice against the plain sum over all sequences of labels.</summary>
public sealed class LabelLatticeTests
{
    private static readonly IReadOnlyList<LineFeature[]> Lines = [[LineFeature.Of("0"), LineFeature.Of("1")], [LineFeature.Of("2")], [LineFeature.Of("1"), LineFeature.Of("unknown")]];
    private static readonly int[] Steps = [0, 1, 0];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Best_IsTheSequenceWithTheHighestScore(int seed)
    {
        var model = RandomModel.Of(3, seed);

        var best = new LabelLattice(model, Lines, Steps).Best();

        best.Should().Equal(All().MaxBy(labels => Score(model, labels)));
    }

    [Fact]
    public void Marginals_AreTheSharesOfAllSequences()
    {
        var model = RandomModel.Of(3, 4);
        var expected = new double[Lines.Count * LineModel.Labels];
        var transitions = new double[model.Transitions.Length];
        var total = 0.0;
        foreach (var labels in All())
        {
            var weight = Math.Exp(Score(model, labels));
            total += weight;
            for (var line = 0; line < labels.Length; line++)
            {
                expected[line * LineModel.Labels + labels[line]] += weight;
                if (line > 0) transitions[Transition(line, labels)] += weight;
            }
        }

        var found = new double[transitions.Length];
        var marginals = new LabelLattice(model, Lines, Steps).Marginals(found);

        for (var i = 0; i < expected.Length; i++) marginals[i].Should().BeApproximately(expected[i] / total, 1e-9);
        for (var i = 0; i < transitions.Length; i++) found[i].Should().BeApproximately(transitions[i] / total, 1e-9);
    }

    [Fact]
    public void NoLines_HaveNoLabels() => new LabelLattice(RandomModel.Of(1, 1), [], []).Best().Should().BeEmpty();

    private static IEnumerable<int[]> All() =>
        from first in Enumerable.Range(0, LineModel.Labels)
        from second in Enumerable.Range(0, LineModel.Labels)
        from third in Enumerable.Range(0, LineModel.Labels)
        select new[] { first, second, third };

    private static double Score(LineModel model, int[] labels)
    {
        var scores = Scores(model);
        var score = (double)model.Beginnings[labels[0]];
        for (var line = 0; line < labels.Length; line++) score += scores[line][labels[line]] + (line > 0 ? model.Transitions[Transition(line, labels)] : 0);
        return score;
    }

    private static int Transition(int line, int[] labels) => (Steps[line] * LineModel.Labels + labels[line - 1]) * LineModel.Labels + labels[line];

    private static readonly Dictionary<LineModel, double[][]> Scored = [];

    private static double[][] Scores(LineModel model)
    {
        lock (Scored)
        {
            if (!Scored.TryGetValue(model, out var scores)) Scored[model] = scores = [.. Lines.Select(line => Scores(model, line))];
            return scores;
        }
    }

    private static double[] Scores(LineModel model, LineFeature[] features)
    {
        var scores = new double[LineModel.Labels];
        model.Score(features, scores);
        return scores;
    }
}
