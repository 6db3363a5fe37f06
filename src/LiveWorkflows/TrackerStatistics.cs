namespace LiveWorkflows;

/// <summary>What tracking costs.</summary>
/// <param name="Events">Events stored so far.</param>
/// <param name="Dropped">Lines of log that were dropped because the log could not keep up.</param>
/// <param name="Stalled">How long lifecycle calls waited because the log could not keep up.</param>
/// <param name="UnstoredBytes">Memory that unstored events take at present.</param>
/// <param name="Subscribers">Open streams.</param>
public sealed record TrackerStatistics(long Events, long Dropped, TimeSpan Stalled, long UnstoredBytes, int Subscribers)
{
    /// <summary>Memory that tracking takes at present, in bytes: unstored events, buffers that wait to be used again, and the newest events, kept for streams.</summary>
    public long MemoryBytes { get; init; }

    /// <summary>What half of the tracking calls cost their thread at most, in nanoseconds; from one call in a thousand, null before the first.</summary>
    public double? OverheadNsP50 { get; init; }

    /// <summary>What 99 of 100 tracking calls cost their thread at most, in nanoseconds; from one call in a thousand, null before the first.</summary>
    public double? OverheadNsP99 { get; init; }
}
