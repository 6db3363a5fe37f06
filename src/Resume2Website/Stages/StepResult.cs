namespace Resume2Website.Stages;

/// <summary>What came of a step that leaves something for later ones.</summary>
/// <param name="Value">What it leaves.</param>
/// <param name="Detail">For people; holds no text of the CV.</param>
/// <param name="Confidence">How sure it is, 0 to 1.</param>
internal readonly record struct StepResult<T>(T Value, string? Detail = null, double? Confidence = null);
