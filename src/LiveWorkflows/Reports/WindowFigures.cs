using LiveWorkflows.Metrics;

namespace LiveWorkflows.Reports;

/// <summary>What was counted in a window, series by series.</summary>
internal sealed record WindowFigures(IReadOnlyDictionary<SeriesKey, Tally> Series)
{
    public IEnumerable<(SeriesKey Key, Tally Tally)> Of(SeriesKind kind) => Series.Where(item => item.Key.Kind == kind).Select(item => (item.Key, item.Value));
}
