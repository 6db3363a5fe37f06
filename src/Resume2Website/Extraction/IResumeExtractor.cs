using Resume2Website.Documents;
using Resume2Website.Resumes;

namespace Resume2Website.Extraction;

/// <summary>Finds a person's résumé in the lines of a document. Every engine stands behind this contract.</summary>
/// <remarks>Pure: the same document gives the same result, and any text gives a result and no exception. Every value is a span of the document.</remarks>
public interface IResumeExtractor
{
    /// <summary>The engine's name and version, as it stands in the résumé's <c>meta</c>.</summary>
    string Engine { get; }

    /// <summary>Extracts the résumé.</summary>
    /// <param name="document">The document.</param>
    /// <param name="sections">Told once of each section, as soon as it is known; of nothing when the document is no CV. May be null.</param>
    /// <param name="cancellationToken">Stops the extraction.</param>
    Task<ExtractedResume> ExtractAsync(SourceDocument document, IProgress<ResumePart>? sections = null, CancellationToken cancellationToken = default);
}
