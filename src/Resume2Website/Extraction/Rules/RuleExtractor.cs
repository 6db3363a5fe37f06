using Resume2Website.Documents;
using Resume2Website.Extraction.Assembly;
using Resume2Website.Extraction.Entries;
using Resume2Website.Extraction.Gate;
using Resume2Website.Extraction.Layout;
using Resume2Website.Extraction.Parsing;

namespace Resume2Website.Extraction.Rules;

/// <summary>Extracts a résumé by rules over positioned lines: headings, dates, and what lines look like.</summary>
internal sealed class RuleExtractor : IResumeExtractor
{
    /// <inheritdoc />
    public string Engine => "rules-1";

    /// <inheritdoc />
    public Task<ExtractedResume> ExtractAsync(SourceDocument document, IProgress<FoundSection>? sections = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(document);
        cancellationToken.ThrowIfCancellationRequested();
        var layout = LayoutAnalysis.Analyze(document);
        var parts = SectionFinder.Find(layout);
        cancellationToken.ThrowIfCancellationRequested();
        var draft = new ResumeDraft(ContactReader.Read(layout, parts));
        foreach (var part in parts)
        {
            cancellationToken.ThrowIfCancellationRequested();
            SectionReader.Read(part, draft);
        }

        var (resume, found) = new ResumeAssembler(layout, parts, draft).Assemble(Engine, LanguageDetector.Detect(layout.Lines.Select(line => line.Text)));
        var isResume = ResumeGate.IsResume(ResumeEvidence.Gather(layout, parts));
        foreach (var section in found) sections?.Report(section);
        return Task.FromResult(new ExtractedResume(resume, isResume, Overall(found), found));
    }

    private static double Overall(IReadOnlyList<FoundSection> found) =>
        found.Count == 0 ? 0 : Math.Round(found.Sum(section => section.Confidence * section.Count) / Math.Max(1, found.Sum(section => section.Count)), 3);
}
