namespace Resume2Website.Extraction.Entries;

/// <summary>A language.</summary>
/// <param name="Language">Its name as printed.</param>
/// <param name="Fluency">How well it is known, as printed; null when not said.</param>
internal sealed record LanguageDraft(Found Language, Found? Fluency);
