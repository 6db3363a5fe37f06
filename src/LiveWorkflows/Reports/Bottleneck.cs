namespace LiveWorkflows.Reports;

/// <summary>A step that holds up the runs: they wait for it a large part of the time, or it has become slow.</summary>
/// <param name="Phase">Its phase.</param>
/// <param name="Step">Its name.</param>
/// <param name="Reason">Why it stands here, in a sentence.</param>
/// <param name="ShareOfTime">Its part of the time of all runs, 0 to 1, whether anything waited for it or not.</param>
/// <param name="ShareOfCriticalPath">Its part of the runs' critical path, 0 to 1: making it faster makes the runs faster by at most that.</param>
/// <param name="Slowdown">How often its median is that of the hour before the window; null when there are too few to say.</param>
public sealed record Bottleneck(string Phase, string Step, string Reason, double ShareOfTime, double ShareOfCriticalPath, double? Slowdown);
