namespace LiveWorkflows.Reports;

/// <summary>A step that takes a large part of the time.</summary>
/// <param name="Phase">Its phase.</param>
/// <param name="Step">Its name.</param>
/// <param name="Reason">Why it stands here.</param>
/// <param name="ShareOfTime">Its part of the time of all runs, 0 to 1.</param>
public sealed record Bottleneck(string Phase, string Step, string Reason, double ShareOfTime);
