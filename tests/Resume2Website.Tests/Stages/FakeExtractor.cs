using Resume2Website.Documents;
using Resume2Website.Extraction;

namespace Resume2Website.Tests.Stages;

/// <summary>An extractor that always finds the same.</summary>
internal sealed class FakeExtractor(ExtractedResume found, WorkLedger ledger, Interruption interruption) : IResumeExtractor
{
    public string Engine => "fake-1";

    public async Task<ExtractedResume> ExtractAsync(SourceDocument document, IProgress<FoundSection>? sections = null, CancellationToken cancellationToken = default)
    {
        ledger.Note("Understanding the text");
        await interruption.PassAsync();
        return found;
    }
}
