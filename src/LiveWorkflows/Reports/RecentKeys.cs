namespace LiveWorkflows.Reports;

/// <summary>The newest keys that were noted, so that what is told twice counts once.</summary>
/// <remarks>
/// Not thread-safe. As many as events can be on their way to an observer at once (<see cref="Hooks.HookDispatcher"/>), twice over: what is told again
/// later than that is met in the records.
/// </remarks>
internal sealed class RecentKeys
{
    private const int Most = 32_768;

    private readonly HashSet<string> _keys = new(StringComparer.Ordinal);
    private readonly Queue<string> _inOrder = new();

    /// <summary>Whether keys are forgotten at all; not while the records are being read, which may hold any of them.</summary>
    public bool IsBounded { get; set; }

    public bool Contains(string key) => _keys.Contains(key);

    /// <summary>Notes a key; false when it was noted already.</summary>
    public bool Add(string key)
    {
        if (!_keys.Add(key)) return false;
        _inOrder.Enqueue(key);
        while (IsBounded && _inOrder.Count > Most) _keys.Remove(_inOrder.Dequeue());
        return true;
    }

    public void Clear()
    {
        _keys.Clear();
        _inOrder.Clear();
    }
}
