namespace LiveWorkflows.Progress;

/// <summary>How long a run still takes, by what earlier runs tell and by this run's own pace.</summary>
/// <remarks>
/// Every part is a milestone: earlier runs tell how long it takes, and how long a run goes on behind it. What remains is, of each open part, what
/// remains of the part and then what comes behind; of several beside each other, the longest. So steps beside each other, steps that
/// only sometimes occur, and the time between steps need no rules of their own: they are in what came behind, in all the runs before.
/// </remarks>
internal sealed class HistoryEstimator
{
    /// <summary>What a report of a step's own fraction, and a count of a part's occurrences, leave in doubt half-way: a variance on the logarithm.</summary>
    public const double FractionVariance = 0.04;
    private const double CountVariance = 0.02;

    /// <summary>Durations are spread by so many milliseconds by the clock and the scheduler alone.</summary>
    private const double Jitter = 2;

    /// <summary>Standard deviations beyond which a step's duration says less of the run's pace.</summary>
    private const double Outlier = 2.5;

    private readonly List<RunPart> _open = [];
    private RunPart? _lastEnded;
    private double _paceWeight;
    private double _paceSum;
    private int _estimates;

    // What the estimate at hand asks about.
    private double _now;
    private RunPart? _ending;
    private IReadOnlyDictionary<RunPart, double>? _fractions;

    public DurationProfile? Profile { get; set; }

    public void Began(RunPart part)
    {
        if (part.Open == 1) _open.Add(part);
    }

    public void End(RunPart part, double at, bool isCompleted)
    {
        part.End(at, isCompleted);
        if (part.Open == 0) _open.Remove(part);
        if (part.Profile is not { } profile) return;
        if (profile.Tail is not null) _lastEnded = part;
        if (isCompleted && profile is { IsLeaf: true, Unit: { } unit } && part.IsLeaf) NotePace(part, unit, profile.Count);
    }

    /// <summary>What remains, as of <paramref name="now"/>.</summary>
    /// <param name="now">In milliseconds at work.</param>
    /// <param name="ending">A part of which one occurrence is to be taken for ended.</param>
    /// <param name="fractions">What open steps report of themselves, summed by part.</param>
    /// <param name="inPhase">What remains of the phase that is open.</param>
    public RemainingTime Estimate(double now, RunPart? ending, IReadOnlyDictionary<RunPart, double>? fractions, out double? inPhase)
    {
        (_now, _ending, _fractions) = (now, ending, fractions);
        _estimates++;
        var pace = PaceWithout(null);
        foreach (var part in _open)
        {
            if (!IsKnown(part)) continue;
            for (var above = part.Parent; above is not null && above.CoveredIn != _estimates; above = above.Parent) above.CoveredIn = _estimates;
        }

        RemainingTime? remaining = null;
        RunPart? phase = null;
        foreach (var part in _open)
        {
            if (!part.IsStep && part.Profile?.Tail is not null) phase = part;
            if (part.CoveredIn == _estimates || !IsKnown(part)) continue;
            var next = From(part, pace);
            remaining = remaining is { } longest ? longest.Beside(next) : next;
        }

        remaining ??= (ending is { Profile.Tail: not null } ? ending : _lastEnded) is { } last
            ? Behind(last, pace)
            : RemainingTime.Of(Shifted(Profile!.Total, pace), now);
        inPhase = phase is null ? null : Math.Max(0, remaining.Value.Median - Shifted(phase.Profile!.Tail!.Value, pace).Median);
        return remaining.Value;
    }

    /// <summary>Whether the part is open and earlier runs tell of it.</summary>
    private bool IsKnown(RunPart part) => Open(part) > 0 && part.Profile is { Unit: not null, Tail: not null };

    private int Open(RunPart part) => part.Open - (ReferenceEquals(part, _ending) ? 1 : 0);

    private int Ended(RunPart part) => part.Ended + (ReferenceEquals(part, _ending) ? 1 : 0);

    private RemainingTime From(RunPart part, Normal pace)
    {
        // Something that holds others is known best by what ended in it last.
        var last = _ending is { Profile.Tail: not null } && _ending.IsBelow(part) ? _ending : part.LastEndedBelow;
        return last is not null && last.EndedAt >= part.FirstAt ? Behind(last, pace) : At(part).Then(RemainingTime.Of(Shifted(part.Profile!.Tail!.Value, pace), 0), pace.Variance);
    }

    private RemainingTime Behind(RunPart last, Normal pace)
    {
        var tail = Shifted(last.Profile!.Tail!.Value, pace);
        // Some more of the same are to come.
        if (last.Profile.Unit is not null && ExpectedCount(last, out _) > Ended(last) + 0.5) return At(last).Then(RemainingTime.Of(tail, 0), pace.Variance);
        return RemainingTime.Of(tail, _now - (ReferenceEquals(last, _ending) ? _now : last.EndedAt));
    }

    /// <summary>What remains of the part itself: what earlier runs tell, corrected by how far it says it is, given how long it has taken.</summary>
    private RemainingTime At(RunPart part)
    {
        var profile = part.Profile!;
        var unit = Shifted(profile.Unit!.Value, PaceWithout(part));
        var fraction = _fractions?.GetValueOrDefault(part) ?? 0;
        var count = ExpectedCount(part, out var doubt);
        if (Open(part) == 1 && part.Started > profile.Count + 0.5 && profile.CountBeside is null)
        {
            // One more than there ever were: it is looked at alone.
            return RemainingTime.Of(Seen(unit, fraction, 1, _now - part.BegunAt), _now - part.BegunAt);
        }

        var elapsed = _now - part.FirstAt;
        var whole = new DurationSpread(unit.Mu + Math.Log(count), Math.Sqrt(unit.Sigma * unit.Sigma + doubt));
        return RemainingTime.Of(Seen(whole, Math.Min(0.999, (Ended(part) + fraction) / count), count, elapsed), elapsed);
    }

    /// <summary>
    /// A whole of which a fraction is done took so far elapsed / fraction; the less is done, the less that says (as of a random walk with drift, of
    /// which the rest's variance falls with (1 − f) / f).
    /// </summary>
    private static DurationSpread Seen(DurationSpread whole, double fraction, double count, double elapsed)
    {
        if (fraction < 0.01 || elapsed <= 0) return whole;
        var variance = count < 1.5 ? FractionVariance : CountVariance + 4 / (count * count);
        return whole.With(Math.Log(elapsed / fraction), variance * (1 - fraction) / fraction);
    }

    private static double ExpectedCount(RunPart part, out double variance)
    {
        var profile = part.Profile!;
        variance = 0;
        // The number of steps that a phase announces is this run's own, where most of them are of this name.
        if (profile.CountBeside is { } beside && part.Parent is { IsStep: false, ExpectedSteps: { } expected } && expected - beside > part.Started)
            return expected - beside;
        variance = profile.CountVariance;
        return Math.Max(profile.Count, Math.Max(1, part.Started));
    }

    private static DurationSpread Shifted(DurationSpread spread, Normal pace) =>
        new(spread.Mu + pace.Mean, Math.Sqrt(spread.Sigma * spread.Sigma + pace.Variance));

    /// <summary>How much slower this run is, on the logarithm, and the variance of that; the conjugate update of a normal mean, part by part.</summary>
    private Normal PaceWithout(RunPart? part)
    {
        var precision = 1 / Profile!.PaceVariance + _paceWeight - (part?.Pace.Weight ?? 0);
        return new Normal((_paceSum - (part?.Pace.Sum ?? 0)) / precision, 1 / precision);
    }

    private void NotePace(RunPart part, DurationSpread unit, double usualCount)
    {
        var isOne = usualCount < 1.5 && part.Started == 1;
        if (!isOne && (part.Ended < 2 || part.Ended < usualCount / 4)) return;
        var span = Math.Max(0.001, part.EndedAt - part.FirstAt);
        var slower = Math.Log(span / part.Ended) - unit.Mu;
        var weight = 1 / (unit.Sigma * unit.Sigma + Jitter * Jitter / (span * span));
        // What is far off is stuck for reasons of its own (P. J. Huber's weight, Ann. Math. Statist. 35(1), 1964).
        weight *= Math.Min(1, Outlier / Math.Max(1e-9, Math.Abs(slower) * Math.Sqrt(weight)));
        _paceWeight += weight - part.Pace.Weight;
        _paceSum += weight * slower - part.Pace.Sum;
        part.Pace = (weight, weight * slower);
    }

    private readonly record struct Normal(double Mean, double Variance);
}
