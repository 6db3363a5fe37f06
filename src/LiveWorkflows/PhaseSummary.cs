namespace LiveWorkflows;

/// <summary>What happened in a phase.</summary>
/// <param name="Name">The phase's name.</param>
/// <param name="Index">Its number, from 1.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="StartedAt">When it began.</param>
/// <param name="DurationMs">How long it took, in milliseconds; null while it is open.</param>
/// <param name="ExpectedSteps">How many steps were expected.</param>
/// <param name="Confidence">How sure its result is, 0 to 1: what was reported of the phase itself, else the mean of its steps.</param>
public sealed record PhaseSummary(
    string Name, int Index, StepStatus Status, DateTimeOffset StartedAt, double? DurationMs = null, int? ExpectedSteps = null, double? Confidence = null);
