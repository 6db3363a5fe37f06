namespace Resume2Website.Extraction;

/// <summary>A section that was found, without any of its text.</summary>
/// <param name="Name">Its name in JSON Resume, such as <c>work</c>.</param>
/// <param name="Count">How many entries it has.</param>
/// <param name="Confidence">How sure it is, 0 to 1.</param>
public sealed record FoundSection(string Name, int Count, double Confidence);
