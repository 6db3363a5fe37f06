namespace LiveWorkflows.Reports;

/// <summary>How many workflows there were in a window.</summary>
/// <param name="Started">Started in it.</param>
/// <param name="Completed">Ended well in it.</param>
/// <param name="Failed">Failed in it, the abandoned ones included.</param>
/// <param name="Cancelled">Stopped in it.</param>
/// <param name="Active">At work now.</param>
/// <param name="ErrorRate">failed / (completed + failed); 0 when nothing ended.</param>
/// <param name="ThroughputPerMinute">Ended per minute of the window.</param>
public sealed record RunCounts(int Started, int Completed, int Failed, int Cancelled, int Active, double ErrorRate, double ThroughputPerMinute);
