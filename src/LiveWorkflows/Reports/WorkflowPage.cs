namespace LiveWorkflows.Reports;

/// <summary>A page of the list of workflows, newest first.</summary>
/// <param name="Workflows">The workflows.</param>
/// <param name="NextCursor">Where the next page begins; null on the last.</param>
public sealed record WorkflowPage(IReadOnlyList<WorkflowEntry> Workflows, string? NextCursor);
