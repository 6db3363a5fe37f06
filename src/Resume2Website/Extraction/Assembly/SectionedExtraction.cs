using Resume2Website.Extraction.Entries;
using Resume2Website.Extraction.Gate;
using Resume2Website.Extraction.Layout;
using Resume2Website.Extraction.Parsing;

namespace Resume2Website.Extraction.Assembly;

/// <summary>From sections to the résumé: what every embedded engine does once it knows which line belongs where.</summary>
internal static class SectionedExtraction
{
    /// <summary>Reads the sections and assembles the résumé.</summary>
    public static ExtractedResume Extract(
        LayoutDocument layout, IReadOnlyList<CvSection> parts, string engine, IProgress<ResumePart>? sections, CancellationToken cancellationToken)
    {
        var draft = new ResumeDraft(ContactReader.Read(layout, parts));
        foreach (var part in parts)
        {
            cancellationToken.ThrowIfCancellationRequested();
            SectionReader.Read(part, draft);
        }

        var (resume, found) = new ResumeAssembler(layout, parts, draft).Assemble(engine, LanguageDetector.Detect(layout.Lines.Select(line => line.Text)), cancellationToken);
        var isResume = ResumeGate.IsResume(ResumeEvidence.Gather(layout, parts));
        if (isResume) foreach (var section in found) sections?.Report(new ResumePart(section, resume));
        return new ExtractedResume(resume, isResume, Overall(found), found);
    }

    private static double Overall(IReadOnlyList<FoundSection> found) =>
        found.Count == 0 ? 0 : Math.Round(found.Sum(section => section.Confidence * section.Count) / Math.Max(1, found.Sum(section => section.Count)), 3);
}
