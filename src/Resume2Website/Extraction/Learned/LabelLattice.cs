namespace Resume2Website.Extraction.Learned;

/// <summary>Everything that a model says of the lines of one document: the likeliest labels, and how likely each label of each line is.</summary>
/// <remarks>Viterbi's algorithm and the forward-backward algorithm (L. R. Rabiner, Proc. IEEE 77(2), 1989), in log space, rows scaled by their maximum.</remarks>
internal sealed class LabelLattice
{
    private readonly LineModel _model;
    private readonly int[] _steps;
    private readonly double[] _scores;
    private readonly int _count;

    /// <summary>Creates the lattice of a document.</summary>
    /// <param name="model">The model.</param>
    /// <param name="features">The features of each line.</param>
    /// <param name="steps">How each line follows the one before it, below <see cref="LineModel.Steps"/>.</param>
    /// <param name="expectations">What to add for each label of each line, <c>[line, label]</c>; null for nothing.</param>
    public LabelLattice(LineModel model, IReadOnlyList<LineFeature[]> features, int[] steps, double[]? expectations = null)
    {
        (_model, _steps, _count) = (model, steps, features.Count);
        _scores = new double[_count * Labels];
        for (var line = 0; line < _count; line++) model.Score(features[line], _scores.AsSpan(line * Labels, Labels));
        for (var i = 0; i < _scores.Length && expectations is not null; i++) _scores[i] += expectations[i];
    }

    private static int Labels => LineModel.Labels;

    /// <summary>The likeliest sequence of labels.</summary>
    public int[] Best()
    {
        var path = new int[_count];
        if (_count == 0) return path;
        var from = new int[_count * Labels];
        var best = new double[Labels];
        var next = new double[Labels];
        for (var label = 0; label < Labels; label++) best[label] = _model.Beginnings[label] + _scores[label];
        for (var line = 1; line < _count; line++)
        {
            var transitions = Step(line);
            for (var label = 0; label < Labels; label++)
            {
                var (top, at) = (double.NegativeInfinity, 0);
                for (var before = 0; before < Labels; before++)
                {
                    var score = best[before] + transitions[before * Labels + label];
                    if (score > top) (top, at) = (score, before);
                }

                next[label] = top + _scores[line * Labels + label];
                from[line * Labels + label] = at;
            }

            (best, next) = (next, best);
        }

        path[^1] = best.AsSpan().IndexOf(best.Max());
        for (var line = _count - 1; line > 0; line--) path[line - 1] = from[line * Labels + path[line]];
        return path;
    }

    /// <summary>How likely each label of each line is, <c>[line, label]</c>, 0 to 1.</summary>
    /// <param name="transitions">How often each label is expected to follow each, added to <c>[step, before, after]</c>; null when that is not asked for.</param>
    public double[] Marginals(double[]? transitions = null)
    {
        var forward = Forward(out var scales);
        var backward = Backward(scales);
        if (transitions is not null) Expect(forward, backward, scales, transitions);
        for (var line = 0; line < _count; line++)
        {
            var row = forward.AsSpan(line * Labels, Labels);
            var sum = 0.0;
            for (var label = 0; label < Labels; label++) sum += row[label] *= backward[line * Labels + label];
            for (var label = 0; label < Labels; label++) row[label] /= sum;
        }

        return forward;
    }

    private ReadOnlySpan<float> Step(int line) => _model.Transitions.AsSpan(_steps[line] * Labels * Labels, Labels * Labels);

    private double[] Forward(out double[] scales)
    {
        var forward = new double[_count * Labels];
        scales = new double[_count];
        for (var line = 0; line < _count; line++)
        {
            var row = forward.AsSpan(line * Labels, Labels);
            var scores = _scores.AsSpan(line * Labels, Labels);
            var top = Max(scores);
            if (line == 0)
            {
                for (var label = 0; label < Labels; label++) row[label] = Math.Exp(_model.Beginnings[label] + scores[label] - top);
            }
            else
            {
                var weights = Exponents(_steps[line]);
                for (var before = 0; before < Labels; before++)
                {
                    var mass = forward[(line - 1) * Labels + before];
                    if (mass == 0) continue;
                    for (var label = 0; label < Labels; label++) row[label] += mass * weights[before * Labels + label];
                }

                for (var label = 0; label < Labels; label++) row[label] *= Math.Exp(scores[label] - top);
            }

            var sum = 0.0;
            for (var label = 0; label < Labels; label++) sum += row[label];
            for (var label = 0; label < Labels; label++) row[label] /= sum;
            scales[line] = sum;
        }

        return forward;
    }

    private double[] Backward(double[] scales)
    {
        var backward = new double[_count * Labels];
        var weighed = new double[Labels];
        for (var line = _count - 1; line >= 0; line--)
        {
            var row = backward.AsSpan(line * Labels, Labels);
            if (line == _count - 1)
            {
                row.Fill(1);
                continue;
            }

            Weigh(line + 1, backward, scales, weighed);
            var weights = Exponents(_steps[line + 1]);
            for (var before = 0; before < Labels; before++)
            {
                var sum = 0.0;
                for (var label = 0; label < Labels; label++) sum += weights[before * Labels + label] * weighed[label];
                row[before] = sum;
            }
        }

        return backward;
    }

    private void Expect(double[] forward, double[] backward, double[] scales, double[] transitions)
    {
        var weighed = new double[Labels];
        for (var line = 1; line < _count; line++)
        {
            Weigh(line, backward, scales, weighed);
            var weights = Exponents(_steps[line]);
            var into = transitions.AsSpan(_steps[line] * Labels * Labels, Labels * Labels);
            for (var before = 0; before < Labels; before++)
            {
                var mass = forward[(line - 1) * Labels + before];
                if (mass < 1e-9) continue;
                for (var label = 0; label < Labels; label++) into[before * Labels + label] += mass * weights[before * Labels + label] * weighed[label];
            }
        }
    }

    /// <summary>What a line and all behind it say for each of its labels.</summary>
    private void Weigh(int line, double[] backward, double[] scales, double[] weighed)
    {
        var scores = _scores.AsSpan(line * Labels, Labels);
        var top = Max(scores);
        for (var label = 0; label < Labels; label++) weighed[label] = Math.Exp(scores[label] - top) * backward[line * Labels + label] / scales[line];
    }

    private double[] Exponents(int step) => _model.TransitionExponents(step);

    private static double Max(ReadOnlySpan<double> values)
    {
        var top = double.NegativeInfinity;
        foreach (var value in values) top = Math.Max(top, value);
        return top;
    }
}
