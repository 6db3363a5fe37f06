namespace LiveWorkflows.Progress;

/// <summary>The last runs of one type of workflow, and the profile made of them.</summary>
internal sealed class TypeHistory
{
    /// <summary>Runs without a good end that are remembered for the steps they finished.</summary>
    private const int UnfinishedRuns = 8;

    /// <summary>Parts that are remembered over all runs of a type; of a workflow with many parts fewer runs are.</summary>
    private const int RememberedParts = 2048;

    private List<RunDurations> _runs = [];
    private DurationProfile? _profile;
    private int _news;

    /// <summary>Runs that are not written yet.</summary>
    public List<RunDurations> Unwritten { get; private set; } = [];

    public long LastUse { get; private set; }

    /// <summary>The last runs of a list, oldest first, as many as are worth remembering.</summary>
    public static List<RunDurations> Last(IReadOnlyList<RunDurations> runs)
    {
        var kept = new List<RunDurations>();
        int finished = 0, unfinished = 0, parts = 0;
        for (var i = runs.Count - 1; i >= 0; i--)
        {
            var isWanted = runs[i].TotalMs is null ? unfinished++ < UnfinishedRuns : finished++ < DurationHistory.RememberedRuns;
            parts += runs[i].Parts.Count;
            if (isWanted && (parts <= RememberedParts || kept.Count < 2)) kept.Add(runs[i]);
        }

        kept.Reverse();
        return kept;
    }

    public void Learn(RunDurations run, long use)
    {
        _runs = Last([.. _runs, run]);
        Unwritten = Last([.. Unwritten, run]);
        _news++;
        LastUse = use;
    }

    /// <summary>Takes in what the records have, which is older than what was learnt since the start.</summary>
    public void Recall(IReadOnlyList<RunDurations> runs, long use)
    {
        _runs = Last([.. runs, .. _runs]);
        (_profile, LastUse) = (null, use);
    }

    /// <summary>The records have <paramref name="all"/> now: what was written, and what other processes wrote.</summary>
    public void Wrote(IReadOnlyList<RunDurations> written, IReadOnlyList<RunDurations> all)
    {
        Unwritten.RemoveAll(run => written.Any(other => ReferenceEquals(run, other)));
        _runs = Last([.. all, .. Unwritten]);
        if (all.Count > written.Count) _news++;
    }

    public DurationProfile? Profile(long use)
    {
        LastUse = use;
        // Where runs are many, one more changes little: making the profile must not cost as much as the runs.
        if (_profile is not null && _news <= _runs.Count / 5) return _profile;
        _news = 0;
        return _profile = ProfileFit.Of(_runs);
    }
}
