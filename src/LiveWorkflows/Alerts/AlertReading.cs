namespace LiveWorkflows.Alerts;

/// <summary>What a rule's metric says now of one subject.</summary>
/// <param name="Phase">The phase it is about, where there is one.</param>
/// <param name="Step">The step.</param>
/// <param name="Value">The value.</param>
/// <param name="Count">How many runs, steps or errors it rests on.</param>
internal readonly record struct AlertReading(string? Phase, string? Step, double Value, long Count);
