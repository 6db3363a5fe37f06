namespace LiveWorkflows.Progress;

/// <summary>Durations of a type's runs as they are stored: each path once, and rows of figures.</summary>
internal sealed record HistoryRecord
{
    public int V { get; init; } = 1;

    public required string Type { get; init; }

    public required IReadOnlyList<string> Paths { get; init; }

    public required IReadOnlyList<Run> Runs { get; init; }

    public static HistoryRecord Of(string type, IReadOnlyList<RunDurations> runs)
    {
        var paths = new Dictionary<string, int>(StringComparer.Ordinal);
        var rows = runs.Select(run => new Run(Rounded(run.TotalMs), [.. run.Parts.Select(Row)])).ToArray();
        return new HistoryRecord { Type = type, Paths = [.. paths.OrderBy(path => path.Value).Select(path => path.Key)], Runs = rows };

        double?[] Row(PartDurations part)
        {
            if (!paths.TryGetValue(part.Path, out var index)) paths[part.Path] = index = paths.Count;
            return [index, part.IsLeaf ? 1 : 0, part.Count, Rounded(part.SpanMs), Rounded(part.TailMs)];
        }
    }

    /// <summary>The runs; rows that are not as they should be are left out.</summary>
    public IReadOnlyList<RunDurations> ToRuns() =>
    [
        .. Runs.Select(run => new RunDurations(run.TotalMs,
        [
            .. run.Parts.Where(row => row is [>= 0 and var index, not null, >= 1, _, _] && index < Paths.Count)
                .Select(row => new PartDurations(Paths[(int)row[0]!], row[1] > 0, (int)row[2]!, row[3], row[4])),
        ])),
    ];

    private static double? Rounded(double? milliseconds) => milliseconds is { } value ? Math.Round(value, 3) : null;

    /// <summary>One run: of each part the index of its path, whether it is a leaf, its count, span and tail.</summary>
    internal sealed record Run(double? TotalMs, IReadOnlyList<double?[]> Parts);
}
