namespace LiveWorkflows.Reports;

/// <summary>How long a phase, or a step of it, took.</summary>
internal sealed record PartFact(string Phase, string? Step, double DurationMs, StepStatus Status, int Attempts = 1);
