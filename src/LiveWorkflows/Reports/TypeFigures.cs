namespace LiveWorkflows.Reports;

/// <summary>Figures of one type of workflow.</summary>
/// <param name="Type">The type.</param>
/// <param name="Workflows">How many workflows.</param>
/// <param name="DurationMs">How long the completed and failed ones took, in milliseconds.</param>
public sealed record TypeFigures(string Type, RunCounts Workflows, DurationFigures DurationMs);
