namespace LiveWorkflows.Reports;

/// <summary>What tracking costs, since the program began.</summary>
/// <param name="Events">Events stored.</param>
/// <param name="Dropped">Lines of log that were dropped because the log could not keep up.</param>
/// <param name="StalledMs">How long lifecycle calls waited for the log, in milliseconds.</param>
/// <param name="MemoryBytes">Memory that tracking takes now: unstored events, and the newest ones, kept for streams.</param>
/// <param name="Subscribers">Open streams.</param>
public sealed record TrackerFigures(long Events, long Dropped, double StalledMs, long MemoryBytes, int Subscribers)
{
    /// <summary>What half of the tracking calls cost their thread at most, in nanoseconds; from one call in a thousand, null before the first.</summary>
    public double? OverheadNsP50 { get; init; }

    /// <summary>What 99 of 100 tracking calls cost their thread at most, in nanoseconds; from one call in a thousand, null before the first.</summary>
    public double? OverheadNsP99 { get; init; }

    internal static TrackerFigures Of(TrackerStatistics statistics) =>
        new(statistics.Events, statistics.Dropped, Math.Round(statistics.Stalled.TotalMilliseconds, 3), statistics.MemoryBytes, statistics.Subscribers)
        {
            OverheadNsP50 = statistics.OverheadNsP50,
            OverheadNsP99 = statistics.OverheadNsP99,
        };
}
