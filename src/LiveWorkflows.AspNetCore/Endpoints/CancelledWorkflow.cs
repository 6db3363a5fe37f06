namespace LiveWorkflows.AspNetCore.Endpoints;

/// <summary>The answer to a request to stop.</summary>
/// <param name="WorkflowId">The workflow.</param>
/// <param name="Status">Where it stands: <c>cancelled</c>, or still at work and asked to stop.</param>
/// <param name="CancelRequested">Always true.</param>
internal sealed record CancelledWorkflow(string WorkflowId, WorkflowStatus Status, bool CancelRequested = true);
