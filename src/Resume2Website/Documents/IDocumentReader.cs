namespace Resume2Website.Documents;

/// <summary>Opens documents that nobody vouches for, in a process of its own and within limits.</summary>
/// <remarks>Thread-safe. A refusal is a <see cref="DocumentException"/> with a code; the caller is untouched whatever the document does.</remarks>
public interface IDocumentReader
{
    /// <summary>Looks into the document's structure without reading its text: what it is, how long, whether it is active or encrypted.</summary>
    /// <exception cref="DocumentException">It cannot be opened or goes over a limit.</exception>
    Task<InspectionReport> InspectAsync(DocumentSource source, CancellationToken cancellationToken = default);

    /// <summary>Reads the document's lines.</summary>
    /// <param name="source">The document.</param>
    /// <param name="progress">Told after each page; may be null.</param>
    /// <param name="cancellationToken">Stops the reading; the process is killed.</param>
    /// <exception cref="DocumentException">It cannot be read or goes over a limit.</exception>
    Task<SourceDocument> ReadAsync(DocumentSource source, IProgress<ReadingProgress>? progress = null, CancellationToken cancellationToken = default);

    /// <summary>Decodes a picture that nobody vouches for (JPEG, PNG or WebP) and encodes it anew.</summary>
    /// <param name="picture">Its bytes.</param>
    /// <param name="cancellationToken">Stops it; the process is killed.</param>
    /// <returns>A <see cref="PlainJpeg"/> of the whole picture, upright and on white.</returns>
    /// <exception cref="DocumentException">It is no picture that can be read, or goes over a limit.</exception>
    Task<ReadOnlyMemory<byte>> PictureAsync(ReadOnlyMemory<byte> picture, CancellationToken cancellationToken = default);
}
