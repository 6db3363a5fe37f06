namespace Resume2Website.Stages;

/// <summary>What came of a step.</summary>
/// <param name="Detail">For people; holds no text of the CV.</param>
/// <param name="Confidence">How sure it is, 0 to 1.</param>
internal readonly record struct StepOutcome(string? Detail = null, double? Confidence = null);
