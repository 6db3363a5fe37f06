using LiveWorkflows.Events;

namespace LiveWorkflows.Progress;

/// <summary>How far a workflow is by counting: what is planned, what began, what ended.</summary>
/// <remarks>
/// A phase weighs as many steps as are expected of it, or as began. Where no phases were planned, one more phase of average weight is
/// supposed to come, so that the percentage nears 100 without pretending to know. Closed phases are summed up, so that an estimate costs no more in a long run.
/// </remarks>
internal sealed class StepCounts
{
    private readonly Dictionary<string, PlannedPhase> _plan = new(StringComparer.Ordinal);
    private readonly HashSet<string> _begun = new(StringComparer.Ordinal);
    private readonly List<PhaseCount> _open = [];
    private PhaseCount? _outside;
    private bool _isPlanned;
    private double _ahead;
    private int _stepsAhead;
    private double _closedWeight;
    private int _closedSteps;
    private int _phases;

    public void Plan(IReadOnlyList<PlannedPhase> phases)
    {
        foreach (var phase in phases)
        {
            if (!_plan.TryAdd(phase.Name, phase)) continue;
            _isPlanned = true;
            _ahead += Math.Max(1, phase.ExpectedSteps ?? 1);
            _stepsAhead += phase.ExpectedSteps ?? 0;
        }
    }

    public PhaseCount Begin(string name, int? expected)
    {
        var planned = _plan.GetValueOrDefault(name);
        // Of a phase that comes again, the first time took what was planned.
        if (planned is not null && _begun.Add(name))
        {
            _ahead -= Math.Max(1, planned.ExpectedSteps ?? 1);
            _stepsAhead -= planned.ExpectedSteps ?? 0;
        }

        var phase = new PhaseCount(name, planned?.ExpectedSteps, expected);
        _open.Add(phase);
        _phases++;
        return phase;
    }

    public void End(PhaseCount phase)
    {
        if (!_open.Remove(phase)) return;
        phase.IsOpen = false;
        _closedWeight += phase.Weight;
        _closedSteps += phase.Steps;
    }

    /// <summary>The phase that counts a step: the last open one of its name, or one for all steps outside of phases.</summary>
    public PhaseCount? For(string name) =>
        name.Length > 0 ? _open.FindLast(phase => phase.Name == name) : _outside ??= Begin(name, null);

    public void ClearFractions()
    {
        foreach (var phase in _open) phase.OpenFractions = 0;
    }

    public ProgressEstimate Estimate()
    {
        double weight = _closedWeight + _ahead, done = _closedWeight;
        var total = _closedSteps + _stepsAhead;
        double? inPhase = null;
        foreach (var phase in _open)
        {
            total += phase.Steps;
            weight += phase.Weight;
            done += phase.Weight * phase.Fraction;
            if (phase.Name.Length > 0) inPhase = phase.Fraction;
        }

        if (!_isPlanned) weight += _phases == 0 ? 1 : weight / _phases;
        return new ProgressEstimate { Fraction = weight == 0 ? 0 : done / weight, PhaseFraction = inPhase, TotalSteps = total, IsIndeterminate = !_isPlanned };
    }
}
