using LiveWorkflows.Events;
using LiveWorkflows.Tracking;

namespace LiveWorkflows.Progress;

/// <content>Estimates.</content>
internal sealed partial class RunProgress
{
    /// <summary>Open steps from which on not every end is estimated anew.</summary>
    private const int Many = 16;

    /// <summary>The fraction of the whole below which counting tells nothing of the remaining time.</summary>
    private const double TooEarly = 0.05;

    private static readonly TimeSpan ShortestBeat = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestBeat = TimeSpan.FromMinutes(1);

    private readonly Dictionary<RunPart, double> _fractions = [];
    private DurationHistory? _history;
    private string _type = "";
    private int _untold;
    private bool _isKnown;
    private RemainingTime? _reported;

    /// <summary>Whether time alone changes the estimate: something is known, and it is not waited for.</summary>
    public bool IsMoving => _isKnown && !_clock.IsStanding;

    /// <summary>How long to wait before time alone is reason enough to tell the estimate again: a hundredth of the whole, 1 s to 1 min.</summary>
    public TimeSpan Beat { get; private set; } = ShortestBeat;

    /// <summary>What earlier runs say of the whole, in milliseconds; null when there were none.</summary>
    public double? ExpectedMs => _estimator.Profile is { } profile ? Math.Round(profile.Total.Median) : null;

    /// <summary>Says where earlier runs of this type are kept.</summary>
    public void Use(DurationHistory? history, string type)
    {
        (_history, _type) = (history, type);
        Recall();
    }

    /// <summary>How far the run is.</summary>
    /// <param name="now">The time.</param>
    /// <param name="open">The open steps, for what they report of themselves.</param>
    public ProgressEstimate Estimate(DateTimeOffset now, IReadOnlyList<StepState> open)
    {
        Recall();
        _untold = 0;
        var estimate = Estimate(now, open, null);
        _isKnown = estimate.Basis != EtaBasis.None;
        var hundredth = TimeSpan.FromMilliseconds(Math.Min(LongestBeat.TotalMilliseconds, (_clock.At(now) + (estimate.Remaining?.Median ?? 0)) / 100));
        Beat = hundredth > ShortestBeat ? hundredth : ShortestBeat;
        return estimate;
    }

    /// <summary>The fraction of the whole, 0 to 1, with one more step counted as ended; null when it is not worth finding out.</summary>
    public double? FractionAfter(string endingStepId, DateTimeOffset now, IReadOnlyList<StepState> open)
    {
        // With many open steps every end costs as many: then some ends wait for the next.
        if (open.Count > Many && ++_untold < open.Count / Many) return null;
        _untold = 0;
        return _steps.TryGetValue(endingStepId, out var ending) ? Estimate(now, open, ending).Fraction : null;
    }

    private ProgressEstimate Estimate(DateTimeOffset now, IReadOnlyList<StepState> open, OpenStep? ending)
    {
        var elapsed = _clock.At(now);
        TakeFractions(open, ending, elapsed);
        if (ending?.Phase is { } phase) phase.OpenFractions++;
        var counted = _counts.Estimate();
        if (_estimator.Profile is null) return Observed(counted, elapsed);

        var remaining = _estimator.Estimate(elapsed, ending?.Part, _fractions, out var inPhase);
        return counted with
        {
            Fraction = Share(elapsed, remaining.Median),
            PhaseFraction = counted.PhaseFraction is null || inPhase is not { } rest || _openPhases.Count == 0 || _phases.GetValueOrDefault(_openPhases[^1].Name) is not { } part
                ? counted.PhaseFraction
                : Share(elapsed - part.BegunAt, rest),
            IsIndeterminate = false,
            Remaining = remaining,
            Basis = EtaBasis.History,
        };
    }

    /// <summary>By this run's own pace: what is done took the time that has passed.</summary>
    /// <remarks>Without a plan nobody knows the whole; but of what is open and says how far it is, it can be told how long it still takes.</remarks>
    private ProgressEstimate Observed(ProgressEstimate counted, double elapsed)
    {
        if (counted.IsIndeterminate) return _reported is { } reported ? counted with { Remaining = reported, Basis = EtaBasis.Observed } : counted;
        if (counted.Fraction < TooEarly) return counted;
        // The steps still to come need not be like those that were.
        var variance = (0.06 + 0.25 / Math.Max(1, _ended)) / Math.Max(0.05, 1 - counted.Fraction);
        return counted with { Remaining = AtThisPace(elapsed, counted.Fraction, variance), Basis = EtaBasis.Observed };
    }

    private static RemainingTime AtThisPace(double elapsed, double fraction, double variance)
    {
        var median = elapsed * (1 - fraction) / fraction;
        return new RemainingTime(median, median * Math.Exp(DurationSpread.Z90 * Math.Sqrt(Math.Min(1, variance))));
    }

    private void TakeFractions(IReadOnlyList<StepState> open, OpenStep? ending, double elapsed)
    {
        _fractions.Clear();
        _reported = null;
        _counts.ClearFractions();
        foreach (var step in open)
        {
            if (step.Scope?.Fraction is not (> 0 and var fraction) || !_steps.TryGetValue(step.Id, out var known) || ReferenceEquals(known, ending)) continue;
            if (known.Phase is { } phase) phase.OpenFractions += fraction;
            if (known.IsRetried) continue;
            if (known.Part is { } part) _fractions[part] = _fractions.GetValueOrDefault(part) + fraction;
            if (fraction < TooEarly) continue;
            var rest = AtThisPace(elapsed - known.BegunAt, fraction, HistoryEstimator.FractionVariance / fraction);
            _reported = _reported is { } longest ? longest.Beside(rest) : rest;
        }
    }

    /// <summary>Looks for earlier runs; they may still be on their way from the records.</summary>
    private void Recall()
    {
        if (_history is null) return;
        var isLoaded = _history.IsLoaded;
        _estimator.Profile = _history.ProfileOf(_type);
        if (_estimator.Profile is not null || isLoaded) _history = null;
        if (_estimator.Profile is null) return;
        foreach (var phase in _phases.Values) Tell(phase);

        void Tell(RunPart part)
        {
            part.Profile = _estimator.Profile.Parts.GetValueOrDefault(part.Path);
            foreach (var step in part.Steps) Tell(step);
        }
    }

    private static double Share(double done, double rest) => done + rest <= 0 ? 0 : Math.Clamp(done / (done + rest), 0, 1);
}
