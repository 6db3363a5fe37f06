namespace LiveWorkflows;

/// <summary>What tracking costs.</summary>
/// <param name="Events">Events stored so far.</param>
/// <param name="Dropped">Lines of log that were dropped because the log could not keep up.</param>
/// <param name="Stalled">How long lifecycle calls waited because the log could not keep up.</param>
/// <param name="UnstoredBytes">Memory that unstored events take at present.</param>
/// <param name="Subscribers">Open streams.</param>
public sealed record TrackerStatistics(long Events, long Dropped, TimeSpan Stalled, long UnstoredBytes, int Subscribers);
