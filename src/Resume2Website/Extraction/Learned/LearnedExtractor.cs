using Resume2Website.Documents;
using Resume2Website.Extraction.Assembly;
using Resume2Website.Extraction.Layout;
using Resume2Website.Extraction.Rules;

namespace Resume2Website.Extraction.Learned;

/// <summary>Extracts a résumé by a learned model of lines, which weighs what the rules say against everything else that is seen of a line.</summary>
internal sealed class LearnedExtractor : IResumeExtractor
{
    private readonly Lazy<LineLabeller> _labeller = new(() => new LineLabeller(LineModelFile.Shipped()));

    /// <inheritdoc />
    public string Engine => "learned-1";

    /// <inheritdoc />
    public Task<ExtractedResume> ExtractAsync(SourceDocument document, IProgress<ResumePart>? sections = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(document);
        cancellationToken.ThrowIfCancellationRequested();
        var layout = LayoutAnalysis.Analyze(document);
        var lines = _labeller.Value.Label(SectionFinder.Order(layout), layout.BodySize);
        return Task.FromResult(SectionedExtraction.Extract(layout, LearnedSections.Of(lines), Engine, sections, cancellationToken));
    }
}
