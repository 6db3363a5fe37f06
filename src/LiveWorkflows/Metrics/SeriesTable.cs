namespace LiveWorkflows.Metrics;

/// <summary>Gives series small numbers. There are at most <see cref="Most"/>; names beyond count together as <see cref="Other"/>.</summary>
/// <remarks>Not thread-safe.</remarks>
internal sealed class SeriesTable
{
    /// <summary>How many series there are at most, apart from those of what is other.</summary>
    public const int Most = 4_000;

    /// <summary>The name that stands for all names that found no room.</summary>
    public const string Other = "(other)";

    private readonly Dictionary<SeriesKey, int> _numbers = [];
    private readonly Dictionary<int, SeriesKey> _keys = [];
    private int _next;

    /// <summary>How often a name found no room.</summary>
    public long Overflowed { get; private set; }

    public bool IsFull => _numbers.Count >= Most;

    public SeriesKey this[int number] => _keys[number];

    public int NumberOf(SeriesKey key)
    {
        if (_numbers.TryGetValue(key, out var known)) return known;
        if (IsFull)
        {
            Overflowed++;
            key = new SeriesKey(key.Kind, Other, Other, key.Step.Length > 0 ? Other : "");
            if (_numbers.TryGetValue(key, out known)) return known;
        }

        _numbers[key] = _next;
        _keys[_next] = key;
        return _next++;
    }

    /// <summary>Makes room: forgets the series that nothing speaks of any more.</summary>
    public void Keep(IReadOnlySet<int> used)
    {
        foreach (var (number, key) in _keys.Where(pair => !used.Contains(pair.Key)).ToArray())
        {
            _keys.Remove(number);
            _numbers.Remove(key);
        }
    }

    /// <summary>Whether any type of workflow has such a series.</summary>
    public bool Knows(SeriesKind kind, string name) => _keys.Values.Any(key => key.Kind == kind && key.Name == name);

    public void Clear()
    {
        _numbers.Clear();
        _keys.Clear();
        Overflowed = 0;
    }
}
