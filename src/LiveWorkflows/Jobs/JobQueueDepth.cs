namespace LiveWorkflows.Jobs;

/// <summary>How full a queue is.</summary>
/// <param name="Waiting">Jobs that wait for a worker.</param>
/// <param name="Leased">Jobs that a worker holds.</param>
public readonly record struct JobQueueDepth(int Waiting, int Leased);
