namespace Resume2Website.Extraction;

/// <summary>What an engine has to say about how it read, beside what it found. Holds nothing of the document.</summary>
/// <param name="Remarks">Codes of what the person should know.</param>
/// <param name="Counts">What it took, by name.</param>
public sealed record ExtractionNotes(IReadOnlyList<string> Remarks, IReadOnlyDictionary<string, long> Counts);
