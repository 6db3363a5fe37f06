using Resume2Website.Documents;

namespace Resume2Website.Server.Tests.Journey;

/// <summary>The real reader behind a gate; whoever made the reader also ends it.</summary>
internal sealed class GatedReader(IDocumentReader reader, ReadingGate gate) : IDocumentReader
{
    public Task<InspectionReport> InspectAsync(DocumentSource source, CancellationToken cancellationToken = default) =>
        reader.InspectAsync(source, cancellationToken);

    public async Task<SourceDocument> ReadAsync(
        DocumentSource source, IProgress<ReadingProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        await gate.PassAsync(cancellationToken);
        return await reader.ReadAsync(source, progress, cancellationToken);
    }

    public Task<ReadOnlyMemory<byte>> PictureAsync(ReadOnlyMemory<byte> picture, CancellationToken cancellationToken = default) =>
        reader.PictureAsync(picture, cancellationToken);
}
