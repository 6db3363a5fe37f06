using Resume2Website.Resumes;

namespace Resume2Website.Extraction;

/// <summary>What an engine made of a document.</summary>
/// <param name="Resume">The résumé, with confidence and provenance in its <c>meta</c>.</param>
/// <param name="IsResume">Whether the document is a CV at all.</param>
/// <param name="Confidence">How sure the whole is, 0 to 1.</param>
/// <param name="Sections">The sections that were found.</param>
public sealed record ExtractedResume(Resume Resume, bool IsResume, double Confidence, IReadOnlyList<FoundSection> Sections)
{
    /// <summary>What the engine has to say about how it read; null when there is nothing to say.</summary>
    public ExtractionNotes? Notes { get; init; }
}
