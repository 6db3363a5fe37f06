using System.Text;
using Microsoft.Net.Http.Headers;
using Resume2Website.Server.Problems;

namespace Resume2Website.Server.Uploads;

/// <summary>The parts of an upload as they arrive: one file, and small fields.</summary>
internal sealed class UploadForm(long maxFileBytes)
{
    private const int MaxFieldBytes = 16 * 1024;
    private static readonly Encoding Utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public ReadOnlyMemory<byte>? File { get; private set; }

    public string? FileName { get; private set; }

    public Dictionary<string, string> Fields { get; } = new(StringComparer.Ordinal);

    /// <exception cref="RefusedException">The part is too large, not text, or a second file.</exception>
    public async Task AddAsync(ContentDispositionHeaderValue disposition, Stream body, CancellationToken cancellationToken)
    {
        var name = HeaderUtilities.RemoveQuotes(disposition.Name).Value ?? "";
        if (name == "file") await AddFileAsync(disposition, body, cancellationToken);
        else Fields[name] = await ReadTextAsync(body, cancellationToken);
    }

    private async Task AddFileAsync(ContentDispositionHeaderValue disposition, Stream body, CancellationToken cancellationToken)
    {
        if (File is not null) throw new RefusedException(ServerProblems.SeveralFiles);
        var star = disposition.FileNameStar.Value;
        FileName = star is { Length: > 0 } ? star : HeaderUtilities.RemoveQuotes(disposition.FileName).Value;
        var content = await ReadAsync(body, maxFileBytes, cancellationToken) ?? throw new RefusedException(ServerProblems.TooLarge(maxFileBytes));

        // A form whose file input was left alone sends a part without name and content.
        if (content.Length > 0 || FileName is { Length: > 0 }) File = content;
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
