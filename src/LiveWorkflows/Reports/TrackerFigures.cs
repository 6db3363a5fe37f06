namespace LiveWorkflows.Reports;

/// <summary>What tracking costs, since the program began.</summary>
/// <param name="Events">Events stored.</param>
/// <param name="Dropped">Lines of log that were dropped because the log could not keep up.</param>
/// <param name="StalledMs">How long lifecycle calls waited for the log, in milliseconds.</param>
/// <param name="MemoryBytes">Memory that unstored events take now.</param>
/// <param name="Subscribers">Open streams.</param>
public sealed record TrackerFigures(long Events, long Dropped, double StalledMs, long MemoryBytes, int Subscribers)
{
    internal static TrackerFigures Of(TrackerStatistics statistics) =>
        new(statistics.Events, statistics.Dropped, Math.Round(statistics.Stalled.TotalMilliseconds, 3), statistics.UnstoredBytes, statistics.Subscribers);
}
