namespace LiveWorkflows.Progress;

/// <summary>What a run teaches: names of phases and steps, and how long they took. Nothing tells whose run it was.</summary>
/// <param name="TotalMs">How long it was at work; null where it did not end well.</param>
/// <param name="Parts">Its parts.</param>
internal sealed record RunDurations(double? TotalMs, IReadOnlyList<PartDurations> Parts);
