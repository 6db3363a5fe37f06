namespace LiveWorkflows.Tracking;

/// <summary>
/// The phases of a workflow in the order they began. Past a bound the ended ones in the middle are let go, as with steps; what is let go
/// depends on the events alone, so live and replayed ledgers hold the same.
/// </summary>
internal sealed class PhaseLedger
{
    private const int Most = WorkflowSummary.MostPhases;
    private const int First = Most / 2;
    private const int LastKept = Most / 4;
    private readonly List<PhaseState> _phases = [];

    /// <summary>Told of every phase that is let go, by one who needs them all.</summary>
    public Action<PhaseState>? LetGo { get; set; }

    /// <summary>What is kept.</summary>
    public IReadOnlyList<PhaseState> Kept => _phases;

    /// <summary>How many began.</summary>
    public int Count { get; private set; }

    public PhaseState? Last => _phases.Count == 0 ? null : _phases[^1];

    public PhaseState? Find(Predicate<PhaseState> isMeant) => _phases.FindLast(isMeant);

    public void Begin(PhaseState phase)
    {
        if (_phases.Count >= Most) Compact();
        _phases.Add(phase);
        Count++;
    }

    /// <summary>Keeps the first ones, the last ones and every open one.</summary>
    private void Compact()
    {
        var kept = First;
        for (var i = First; i < _phases.Count; i++)
        {
            if (_phases[i].IsOpen || i >= _phases.Count - LastKept) _phases[kept++] = _phases[i];
            else LetGo?.Invoke(_phases[i]);
        }

        _phases.RemoveRange(kept, _phases.Count - kept);
    }
}
