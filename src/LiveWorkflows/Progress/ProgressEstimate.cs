namespace LiveWorkflows.Progress;

/// <summary>How far a workflow is.</summary>
/// <param name="Fraction">Of the whole, 0 to 1.</param>
/// <param name="PhaseFraction">Of the open phase, 0 to 1.</param>
/// <param name="TotalSteps">Steps over all phases, as far as is known.</param>
/// <param name="IsIndeterminate">Whether nothing was planned, so that the whole is not known.</param>
internal readonly record struct ProgressEstimate(double Fraction, double? PhaseFraction, int TotalSteps, bool IsIndeterminate);
