using System.Globalization;

namespace LiveWorkflows.Tracking;

/// <summary>Gives steps their paths: deterministic, so that a later worker meets the same steps under the same paths; and each only once.</summary>
/// <remarks>
/// The second step of a path is <c>path#2</c>. Bounded: beyond <see cref="Most"/> different paths a new one is told apart by its number among all
/// calls, which needs no memory.
/// </remarks>
internal sealed class StepPaths
{
    private const int Most = 16_384;
    private readonly Dictionary<string, int> _given = new(StringComparer.Ordinal);
    private long _calls;

    /// <summary>The path of the next step of a name below a parent; an empty parent is the workflow itself.</summary>
    public string Next(string parent, string name)
    {
        _calls++;

        // A slash in a name must not look like a step within a step.
        var segment = name.Contains('/', StringComparison.Ordinal) ? name.Replace('/', '∕') : name;
        var path = parent.Length == 0 ? segment : $"{parent}/{segment}";
        if (_given.Count >= Most && !_given.ContainsKey(path)) return string.Create(CultureInfo.InvariantCulture, $"{path}#n{_calls}");
        while (true)
        {
            var ordinal = _given[path] = _given.GetValueOrDefault(path) + 1;
            if (ordinal == 1 && !WasMade(path)) return path;
            if (ordinal == 1) continue;
            var made = string.Create(CultureInfo.InvariantCulture, $"{path}#{ordinal}");
            if (!_given.ContainsKey(made)) return made;
        }
    }

    /// <summary>Whether a path that somebody named like <c>path#2</c> was made here before.</summary>
    private bool WasMade(string path)
    {
        var mark = path.LastIndexOf('#');
        return mark > 0
            && int.TryParse(path.AsSpan(mark + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var ordinal)
            && ordinal > 1 && _given.GetValueOrDefault(path[..mark]) >= ordinal;
    }
}
