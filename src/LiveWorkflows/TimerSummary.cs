namespace LiveWorkflows;

/// <summary>What a timer measured.</summary>
/// <param name="Count">How often it was stopped.</param>
/// <param name="SumMs">The sum, in milliseconds.</param>
/// <param name="MinMs">The shortest, in milliseconds.</param>
/// <param name="MaxMs">The longest, in milliseconds.</param>
/// <param name="LastMs">The last, in milliseconds.</param>
public sealed record TimerSummary(long Count, double SumMs, double MinMs, double MaxMs, double LastMs);
