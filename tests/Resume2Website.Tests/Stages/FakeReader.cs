using Resume2Website.Documents;

namespace Resume2Website.Tests.Stages;

/// <summary>A reader that knows one document, notes what it is asked, and refuses with a code where it is told to.</summary>
internal sealed class FakeReader(SourceDocument document, WorkLedger ledger, Interruption interruption) : IDocumentReader
{
    public Func<Exception?> OnInspect { get; init; } = () => null;

    public Func<Exception?> OnRead { get; init; } = () => null;

    public Func<Exception?> OnPicture { get; init; } = () => null;

    /// <summary>What it makes of every picture.</summary>
    public byte[] SafePicture { get; init; } = [0xFF, 0xD8, 1, 2, 3, 0xFF, 0xD9];

    public InspectionReport Report { get; init; } = new() { Format = document.Format, Pages = document.Pages.Count };

    public async Task<InspectionReport> InspectAsync(DocumentSource source, CancellationToken cancellationToken = default)
    {
        ledger.Note("Looking into its structure");
        await interruption.PassAsync();
        return OnInspect() is { } refusal ? throw refusal : Report;
    }

    public async Task<SourceDocument> ReadAsync(DocumentSource source, IProgress<ReadingProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ledger.Note("Reading the pages");
        await interruption.PassAsync();
        if (OnRead() is { } refusal) throw refusal;
        foreach (var page in document.Pages) progress?.Report(new ReadingProgress(page.Number, document.Pages.Count));
        return document;
    }

    public Task<ReadOnlyMemory<byte>> PictureAsync(ReadOnlyMemory<byte> picture, CancellationToken cancellationToken = default)
    {
        ledger.Note("Encoding the picture anew");
        return OnPicture() is { } refusal ? throw refusal : Task.FromResult<ReadOnlyMemory<byte>>(SafePicture);
    }
}
