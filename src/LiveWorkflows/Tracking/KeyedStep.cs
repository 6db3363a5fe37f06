namespace LiveWorkflows.Tracking;

/// <summary>A step that begins under a name of its reporter's own.</summary>
internal sealed record KeyedStep(StepScope Scope, string ClientStepId);
