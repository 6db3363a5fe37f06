namespace LiveWorkflows.Jobs;

/// <summary>What a handler works with.</summary>
/// <param name="Job">The job.</param>
/// <param name="Workflow">The workflow that tracks it; started or resumed already, and ended by the runner.</param>
/// <param name="Epoch">The lease's fencing epoch; above 1 when the job was leased before.</param>
public sealed record JobContext(Job Job, Workflow Workflow, long Epoch);
