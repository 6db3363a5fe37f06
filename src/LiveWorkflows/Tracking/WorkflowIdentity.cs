namespace LiveWorkflows.Tracking;

/// <summary>What a workflow is called, and what it belongs to.</summary>
internal sealed record WorkflowIdentity(
    string Id, string Name, string Type, IReadOnlyDictionary<string, string> Tags, string? CorrelationId, string? ParentWorkflowId, string? JobId);
