using Resume2Website.Documents;
using Resume2Website.Extraction.Assembly;
using Resume2Website.Extraction.Layout;

namespace Resume2Website.Extraction.Rules;

/// <summary>Extracts a résumé by rules over positioned lines: headings, dates, and what lines look like.</summary>
internal sealed class RuleExtractor : IResumeExtractor
{
    /// <inheritdoc />
    public string Engine => "rules-1";

    /// <inheritdoc />
    public Task<ExtractedResume> ExtractAsync(SourceDocument document, IProgress<ResumePart>? sections = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(document);
        cancellationToken.ThrowIfCancellationRequested();
        var layout = LayoutAnalysis.Analyze(document);
        return Task.FromResult(SectionedExtraction.Extract(layout, SectionFinder.Find(layout), Engine, sections, cancellationToken));
    }
}
