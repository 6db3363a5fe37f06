namespace LiveWorkflows.Tracking;

/// <summary>
/// The steps of a workflow in the order they began. Past a bound the ended ones in the middle are let go, so that a workflow of a million steps
/// costs no more than one of a few thousand; what is let go depends on the events alone, so live and replayed ledgers hold the same.
/// </summary>
internal sealed class StepLedger
{
    private const int Most = WorkflowSummary.MostSteps;
    private const int First = Most / 2;
    private const int LastKept = Most / 4;
    private readonly List<StepState> _steps = [];
    private readonly List<StepState> _open = [];
    private readonly Dictionary<string, StepState> _byId = new(StringComparer.Ordinal);

    /// <summary>Told of every step that is let go, by one who needs them all.</summary>
    public Action<StepState>? LetGo { get; set; }

    /// <summary>What is kept.</summary>
    public IReadOnlyList<StepState> Kept => _steps;

    /// <summary>Those that have not ended, in the order they began.</summary>
    public IReadOnlyList<StepState> Open => _open;

    /// <summary>How many began.</summary>
    public int Count { get; private set; }

    public StepState? Last => _steps.Count == 0 ? null : _steps[^1];

    public StepState? Find(string stepId) => _byId.GetValueOrDefault(stepId);

    public void Begin(StepState step)
    {
        if (_steps.Count - _open.Count >= Most) Compact();
        _steps.Add(step);
        _open.Add(step);
        _byId[step.Id] = step;
        Count++;
    }

    public void End(StepState step)
    {
        // What began last usually ends first.
        var at = _open.LastIndexOf(step);
        if (at >= 0) _open.RemoveAt(at);
    }

    /// <summary>Keeps the first ones, the last ones that have ended, and every open one. Done for many at a time, so that it costs a step next to nothing.</summary>
    private void Compact()
    {
        var ended = 0;
        var lettable = _steps.Count - _open.Count - First - LastKept;
        var kept = 0;
        for (var i = 0; i < _steps.Count; i++)
        {
            var step = _steps[i];
            if (!step.IsOpen && ++ended > First && ended <= First + lettable)
            {
                _byId.Remove(step.Id);
                LetGo?.Invoke(step);
            }
            else
            {
                _steps[kept++] = step;
            }
        }

        _steps.RemoveRange(kept, _steps.Count - kept);
    }
}
