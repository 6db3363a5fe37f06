using System.Text;
using Microsoft.Net.Http.Headers;
using Resume2Website.Documents;
using Resume2Website.Server.Problems;

namespace Resume2Website.Server.Uploads;

/// <summary>The parts of an upload as they arrive: files, and small fields.</summary>
internal sealed class UploadForm(long maxFileBytes)
{
    private const int MaxFieldBytes = 16 * 1024;
    private static readonly Encoding Utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly List<UploadedFile> _files = [];
    private long _bytes;

    public IReadOnlyList<UploadedFile> Files => _files;

    public Dictionary<string, string> Fields { get; } = new(StringComparer.Ordinal);

    /// <exception cref="RefusedException">The part is too large, not text, or one file too many.</exception>
    public async Task AddAsync(ContentDispositionHeaderValue disposition, Stream body, CancellationToken cancellationToken)
    {
        var name = HeaderUtilities.RemoveQuotes(disposition.Name).Value ?? "";
        if (name == "file") await AddFileAsync(disposition, body, cancellationToken);
        else Fields[name] = await ReadTextAsync(body, cancellationToken);
    }

    private async Task AddFileAsync(ContentDispositionHeaderValue disposition, Stream body, CancellationToken cancellationToken)
    {
        if (_files.Count == DocumentJoin.MostParts) throw new RefusedException(ServerProblems.SeveralDocuments);
        var star = disposition.FileNameStar.Value;
        var fileName = star is { Length: > 0 } ? star : HeaderUtilities.RemoveQuotes(disposition.FileName).Value;
        var content = await ReadAsync(body, maxFileBytes - _bytes, cancellationToken) ?? throw new RefusedException(ServerProblems.TooLarge(maxFileBytes));

        // A form whose file input was left alone sends a part without name and content.
        if (content.Length == 0 && fileName is not { Length: > 0 }) return;
        _bytes += content.Length;
        _files.Add(new UploadedFile(content, fileName));
    }

    private static async Task<string> ReadTextAsync(Stream body, CancellationToken cancellationToken)
    {
        var content = await ReadAsync(body, MaxFieldBytes, cancellationToken) ?? throw new RefusedException(ServerProblems.FieldInvalid);
        try
        {
            return Utf8.GetString(content.Span);
        }
        catch (DecoderFallbackException)
        {
            throw new RefusedException(ServerProblems.FieldInvalid);
        }
    }

    /// <summary>The whole body, or null when it is longer than <paramref name="maxBytes"/>.</summary>
    private static async Task<ReadOnlyMemory<byte>?> ReadAsync(Stream body, long maxBytes, CancellationToken cancellationToken)
    {
        var content = new MemoryStream();
        var buffer = new byte[32 * 1024];
        int read;
        while ((read = await body.ReadAsync(buffer, cancellationToken)) > 0)
        {
            if (content.Length + read > maxBytes) return null;
            content.Write(buffer, 0, read);
        }

        return content.GetBuffer().AsMemory(0, (int)content.Length);
    }
}
