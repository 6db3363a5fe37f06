namespace LiveWorkflows.Telemetry;

/// <summary>Keeps the number of a metric's series bounded, whatever names a program makes up. For one thread at a time.</summary>
internal sealed class SeriesLimit(int maximum)
{
    public const string Other = "_other";
    private readonly HashSet<(string, string, string)> _known = [];

    /// <summary>The names as they are, or <see cref="Other"/> for each when there are too many already.</summary>
    public (string, string, string) Admit(string first, string second = "", string third = "")
    {
        var names = (first, second, third);
        if (_known.Contains(names)) return names;
        if (_known.Count >= maximum) return (Other, Other, Other);
        _known.Add(names);
        return names;
    }
}
