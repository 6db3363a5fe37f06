namespace LiveWorkflows.Reports;

/// <summary>
/// The chain of steps that decided how long a run took: the one that ended last, before it the one that had ended last when it began, and so
/// on back to the start. Time between the links, and of steps that ran beside the chain, is nobody's.
/// </summary>
/// <remarks>
/// It is found while the run goes on: every open step holds the chain that had ended when it began. Steps that hold others give their time to those.
/// Memory grows with the open steps and the names of parts, not with the length of the run.
/// </remarks>
internal sealed class CriticalPath
{
    private const int MostOpen = 10_000;

    private readonly Dictionary<string, Link> _open = new(StringComparer.Ordinal);
    private Chain _newest = new();

    public void Begin(string stepId, string? parentId)
    {
        if (parentId is not null && _open.TryGetValue(parentId, out var parent)) parent.HoldsOthers = true;
        if (_open.Count >= MostOpen || _open.ContainsKey(stepId)) return;
        _newest.Holders++;
        _open[stepId] = new Link(_newest);
    }

    public void End(string stepId, int part, long microseconds)
    {
        if (!_open.Remove(stepId, out var link)) return;
        var chain = link.Before;
        chain.Holders--;
        if (link.HoldsOthers) return;

        // A chain that nobody else holds is this step's to go on with; otherwise what others hold must stay as it is.
        if (chain.Holders > 0) chain = chain.Copy();
        chain.Add(part, microseconds);
        _newest = chain;
    }

    /// <summary>Each part's time on the path, in microseconds; to be asked when the run is over.</summary>
    public long TimeOf(int part) => _newest.TimeOf(part);

    private sealed class Link(Chain before)
    {
        public Chain Before => before;

        public bool HoldsOthers { get; set; }
    }

    private sealed class Chain
    {
        private long[] _byPart = new long[4];

        public int Holders { get; set; }

        public void Add(int part, long microseconds)
        {
            if (part >= _byPart.Length) Array.Resize(ref _byPart, Math.Max(part + 1, _byPart.Length * 2));
            _byPart[part] += microseconds;
        }

        public long TimeOf(int part) => part < _byPart.Length ? _byPart[part] : 0;

        public Chain Copy() => new() { _byPart = (long[])_byPart.Clone() };
    }
}
