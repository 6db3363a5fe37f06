namespace Resume2Website.Extraction.Lexicon;

/// <summary>What a heading says.</summary>
/// <param name="Section">The section's name in JSON Resume; <c>contact</c>, <c>links</c>, <c>talks</c>, <c>courses</c> and <c>other</c> beside it.</param>
/// <param name="IsExact">Whether the whole heading is listed, and not only a word of it.</param>
internal sealed record HeadingMatch(string Section, bool IsExact);
