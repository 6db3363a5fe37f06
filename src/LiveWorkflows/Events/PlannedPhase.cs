namespace LiveWorkflows.Events;

/// <summary>A phase that is expected to come.</summary>
/// <param name="Name">The phase's name.</param>
/// <param name="ExpectedSteps">How many steps it is expected to have; null when that is not known.</param>
public sealed record PlannedPhase(string Name, int? ExpectedSteps = null);
