namespace LiveWorkflows.Progress;

/// <summary>Makes a profile of runs.</summary>
/// <remarks>
/// The model is that of a two-way layout on the logarithm: a part's typical duration, plus what the whole run is faster or slower by, plus chance. Its
/// variances are shrunk towards those of all parts together, and those towards what is usual of programs, so that two runs do not pass for
/// certainty (the scaled inverse chi-square prior; G. K. Smyth, Stat. Appl. Genet. Mol. Biol. 3(1), 2004).
/// </remarks>
internal static class ProfileFit
{
    /// <summary>Usual variances on the logarithm, of one part's durations and of whole runs, and how many observations they are worth.</summary>
    private const double UsualVariance = 0.4 * 0.4;
    private const double UsualPaceVariance = 0.25 * 0.25;
    private const double UsualWeight = 4;

    /// <summary>A part shorter than this, in milliseconds, is spread by the clock and the scheduler, and teaches nothing of others' spread.</summary>
    private const double Short = 5;

    /// <summary>What no figure is taken to be below, in milliseconds: there is no logarithm of nothing, and the wire's times tell no less.</summary>
    private const double ShortestTail = 1;
    private const double ShortestUnit = 0.001;
    private const int Rounds = 8;

    /// <summary>The profile, or null where no run ended well.</summary>
    public static DurationProfile? Of(IReadOnlyList<RunDurations> runs)
    {
        if (!runs.Any(run => run.TotalMs is not null)) return null;
        var parts = new Dictionary<string, List<(int Run, PartDurations Part)>>(StringComparer.Ordinal);
        for (var run = 0; run < runs.Count; run++)
        {
            foreach (var part in runs[run].Parts)
            {
                if (!parts.TryGetValue(part.Path, out var known)) parts[part.Path] = known = [];
                known.Add((run, part));
            }
        }

        var pace = new double[runs.Count];
        var units = parts.ToDictionary(part => part.Key, part => new Sample(part.Value.Select(at => (at.Run, at.Part.SpanMs / at.Part.Count)), ShortestUnit), StringComparer.Ordinal);
        Sample[] leaves = [.. parts.Where(part => part.Value[^1].Part.IsLeaf).Select(part => units[part.Key])];
        var paceVariance = FitPace(leaves, pace);
        Fit([.. units.Values], pace);
        var tails = parts.ToDictionary(part => part.Key, part => new Sample(part.Value.Select(at => (at.Run, at.Part.TailMs)), ShortestTail), StringComparer.Ordinal);
        Fit([.. tails.Values], pace);
        var total = new Sample(runs.Select((run, index) => (index, run.TotalMs)), ShortestTail);
        Fit([total], pace);
        return new DurationProfile
        {
            Total = total.Prediction!.Value,
            PaceVariance = paceVariance,
            Parts = WithBeside(parts.ToDictionary(part => part.Key, part => ProfileOf(part.Value, units[part.Key], tails[part.Key], runs.Count), StringComparer.Ordinal)),
        };
    }

    /// <summary>Tells of the step that makes up most of its phase what else is in that phase, so that a phase's announced number of steps can be told from it.</summary>
    private static Dictionary<string, PartProfile> WithBeside(Dictionary<string, PartProfile> parts)
    {
        foreach (var phase in parts.Where(part => part.Key.Count(letter => letter == '/') == 1).GroupBy(part => part.Key[..part.Key.IndexOf('/')]).ToArray())
        {
            var main = phase.MaxBy(part => part.Value.Count);
            if (main.Value.Count < 2) continue;
            parts[main.Key] = main.Value with { CountBeside = phase.Where(part => part.Key != main.Key).Sum(part => part.Value.Count * part.Value.Share) };
        }

        return parts;
    }

    private static PartProfile ProfileOf(List<(int Run, PartDurations Part)> seen, Sample unit, Sample tail, int runs)
    {
        var counts = new Sample(seen.Select(at => (at.Run, (double?)at.Part.Count)), 1);
        counts.Centre(null);
        return new PartProfile
        {
            Path = seen[0].Part.Path,
            IsLeaf = seen[^1].Part.IsLeaf,
            Share = (double)seen.Count / runs,
            Count = Math.Exp(counts.Mean),
            CountVariance = counts.Squares / Math.Max(1, counts.Size - 1),
            Unit = unit.Prediction,
            Tail = tail.Prediction,
        };
    }

    /// <summary>Parts out the runs' pace from the steps' durations, by turns, and gives the pace's variance (EM for a random effect).</summary>
    private static double FitPace(Sample[] leaves, double[] pace)
    {
        var paceVariance = UsualPaceVariance;
        for (var round = 0; round < Rounds; round++)
        {
            Fit(leaves, pace);
            var precision = new double[pace.Length];
            Array.Clear(pace);
            foreach (var leaf in leaves)
            {
                foreach (var (run, log) in leaf.Logs)
                {
                    pace[run] += (log - leaf.Mean) / leaf.Variance;
                    precision[run] += 1 / leaf.Variance;
                }
            }

            var squares = 0.0;
            var mean = 0.0;
            for (var run = 0; run < pace.Length; run++)
            {
                pace[run] /= precision[run] + 1 / paceVariance;
                mean += pace[run] / pace.Length;
            }

            for (var run = 0; run < pace.Length; run++)
            {
                pace[run] -= mean;
                squares += pace[run] * pace[run] + 1 / (precision[run] + 1 / paceVariance);
            }

            paceVariance = (UsualWeight * UsualPaceVariance + squares) / (UsualWeight + pace.Length);
        }

        return paceVariance * (1 + 1.0 / pace.Length);
    }

    /// <summary>Means and shrunk variances of samples that are alike, apart from the runs' pace.</summary>
    private static void Fit(Sample[] samples, double[] pace)
    {
        double squares = 0, freedom = 0;
        foreach (var sample in samples)
        {
            sample.Centre(pace);
            if (sample.Mean <= Math.Log(Short)) continue;
            squares += sample.Squares;
            freedom += Math.Max(0, sample.Size - 1);
        }

        var pooled = (UsualWeight * UsualVariance + squares) / (UsualWeight + freedom);
        foreach (var sample in samples) sample.Shrink(pooled, UsualWeight);
    }

    /// <summary>The logarithms of one figure over the runs.</summary>
    private sealed class Sample(IEnumerable<(int Run, double? Value)> values, double smallest)
    {
        public (int Run, double Log)[] Logs { get; } =
            [.. values.Where(value => value.Value is not null).Select(value => (value.Run, Math.Log(Math.Max(smallest, value.Value!.Value))))];

        public int Size => Logs.Length;

        public double Mean { get; private set; }

        public double Squares { get; private set; }

        public double Variance { get; private set; } = UsualVariance;

        /// <summary>What is to be expected of the next run: the mean is not known exactly either.</summary>
        public DurationSpread? Prediction => Size == 0 ? null : new DurationSpread(Mean, Math.Sqrt(Variance * (1 + 1.0 / Size)));

        public void Centre(double[]? pace)
        {
            if (Size == 0) return;
            double[] sorted = [.. Logs.Select(at => at.Log - (pace?[at.Run] ?? 0)).Order()];
            // The middle half's mean: what got stuck once does not stretch what is usual.
            var cut = Size / 4;
            Mean = sorted[cut..^cut].Average();
            Squares = Logs.Sum(at => Math.Pow(at.Log - (pace?[at.Run] ?? 0) - Mean, 2));
        }

        public void Shrink(double pooled, double weight) => Variance = (weight * pooled + Squares) / (weight + Math.Max(0, Size - 1));
    }
}
