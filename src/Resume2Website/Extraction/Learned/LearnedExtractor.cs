using Resume2Website.Documents;
using Resume2Website.Extraction.Assembly;
using Resume2Website.Extraction.Layout;
using Resume2Website.Extraction.Lexicon;
using Resume2Website.Extraction.Rules;

namespace Resume2Website.Extraction.Learned;

/// <summary>Extracts a résumé by a learned model of lines, which weighs what the rules say against everything else that is seen of a line.</summary>
internal sealed class LearnedExtractor : IResumeExtractor
{
    // Begun as soon as there is an extractor, so that it is done when the first document has been read.
    private readonly Task<LineLabeller> _labeller = Task.Run(Load);

    /// <inheritdoc />
    public string Engine => "learned-1";

    /// <inheritdoc />
    public Task<ExtractedResume> ExtractAsync(SourceDocument document, IProgress<ResumePart>? sections = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(document);
        cancellationToken.ThrowIfCancellationRequested();
        return ExtractNowAsync(document, sections, cancellationToken);
    }

    private async Task<ExtractedResume> ExtractNowAsync(SourceDocument document, IProgress<ResumePart>? sections, CancellationToken cancellationToken)
    {
        var layout = LayoutAnalysis.Analyze(document);
        var labeller = await _labeller.WaitAsync(cancellationToken).ConfigureAwait(false);
        var lines = labeller.Label(SectionFinder.Order(layout), layout.BodySize);
        return SectionedExtraction.Extract(layout, LearnedSections.Of(lines), Engine, sections, cancellationToken);
    }

    private static LineLabeller Load()
    {
        _ = PartModel.Shipped;
        PlaceNames.Load();
        return new LineLabeller(LineModelFile.Shipped());
    }
}
