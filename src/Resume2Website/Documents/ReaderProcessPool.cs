using System.Text.Json;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Resume2Website.Documents.Isolation;
using Resume2Website.Screening;

namespace Resume2Website.Documents;

/// <summary>Reads documents in processes of its own, some of which wait started, so that nobody waits for a start.</summary>
/// <remarks>Thread-safe. A reader that refused a document, crashed or went over a limit is replaced; disposal ends all of them.</remarks>
public sealed class ReaderProcessPool : IDocumentReader, IAsyncDisposable
{
    private readonly ReaderOptions options;
    private readonly ReaderStarter starter;
    private readonly ReaderRack rack;
    private readonly SemaphoreSlim places;

    /// <summary>Makes a pool; no process is started before <see cref="WarmUp"/> or the first document.</summary>
    public ReaderProcessPool(IOptions<ReaderOptions> options, TimeProvider timeProvider, ILogger<ReaderProcessPool> logger)
    {
        ArgumentNullException.ThrowIfNull(options);
        this.options = options.Value;
        starter = new ReaderStarter(this.options, timeProvider, logger);
        rack = new ReaderRack(starter);
        places = new SemaphoreSlim(this.options.MaxReaders);
    }

    /// <summary>Starts the spare readers, one at least, without waiting for them.</summary>
    public void WarmUp() => rack.Fill(Math.Max(1, options.Spares));

    /// <inheritdoc />
    public Task<InspectionReport> InspectAsync(DocumentSource source, CancellationToken cancellationToken = default) =>
        AskAsync(FrameKind.Inspect, source, null, payload => JsonSerializer.Deserialize(payload, ReaderJson.Default.InspectionReport), cancellationToken);

    /// <inheritdoc />
    public Task<SourceDocument> ReadAsync(DocumentSource source, IProgress<ReadingProgress>? progress = null, CancellationToken cancellationToken = default) =>
        AskAsync(FrameKind.Read, source, progress, ParseDocument, cancellationToken);

    /// <inheritdoc />
    public async Task<ReadOnlyMemory<byte>> PictureAsync(ReadOnlyMemory<byte> picture, CancellationToken cancellationToken = default) =>
        await AskAsync(FrameKind.Picture, new DocumentSource(picture, FormatSignature.Of(picture.Span)), null, ParsePicture, cancellationToken).ConfigureAwait(false);

    /// <summary>Ends all readers, those at work too.</summary>
    public async ValueTask DisposeAsync()
    {
        await rack.DisposeAsync().ConfigureAwait(false);
        places.Dispose();
    }

    /// <summary>Its words are text whatever they say; a picture is only taken in the form that is agreed.</summary>
    private static SourceDocument? ParseDocument(byte[] payload)
    {
        var document = JsonSerializer.Deserialize(payload, ReaderJson.Default.SourceDocument);
        return document is { Portrait: { } portrait } && !PlainJpeg.IsOne(portrait.Jpeg.Span) ? throw new InvalidDataException("The portrait is not in the form that is agreed.") : document;
    }

    private static byte[] ParsePicture(byte[] payload) =>
        PlainJpeg.IsOne(payload) ? payload : throw new InvalidDataException("The picture is not in the form that is agreed.");

    private async Task<T> AskAsync<T>(FrameKind kind, DocumentSource source, IProgress<ReadingProgress>? progress, Func<byte[], T?> parse, CancellationToken cancellationToken)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(source);
        await places.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var reader = await rack.TakeAsync(cancellationToken).ConfigureAwait(false);
            rack.Fill(options.Spares);
            try
            {
                return await reader.AskAsync(kind, source, progress, parse, cancellationToken).ConfigureAwait(false);
            }
            finally
            {
                await rack.PutBackAsync(reader, options).ConfigureAwait(false);
            }
        }
        finally
        {
            places.Release();
        }
    }
}
