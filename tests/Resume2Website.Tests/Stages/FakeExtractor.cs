using Resume2Website.Documents;
using Resume2Website.Extraction;

namespace Resume2Website.Tests.Stages;

/// <summary>An extractor that always finds the same.</summary>
internal sealed class FakeExtractor(ExtractedResume found, WorkLedger ledger, Interruption interruption) : IResumeExtractor
{
    public string Engine => "fake-1";

    public async Task<ExtractedResume> ExtractAsync(SourceDocument document, IProgress<ResumePart>? sections = null, CancellationToken cancellationToken = default)
    {
        ledger.Note("Understanding the text");
        await interruption.PassAsync();
        foreach (var section in found.IsResume ? found.Sections : []) sections?.Report(new ResumePart(section, found.Resume));
        return found;
    }
}
