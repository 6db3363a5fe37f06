using Resume2Website.Documents;
using Resume2Website.Resumes;

namespace Resume2Website.Stages;

/// <summary>
/// The person's photo in a résumé. Whatever stands in <c>basics.image</c> was decoded and encoded anew by the reader; no other picture gets as far as a site.
/// </summary>
public static class ResumePicture
{
    /// <summary>The remark that a picture was left out.</summary>
    public const string Dropped = "picture_dropped";

    /// <summary>Where it stands in a résumé, as a JSON pointer.</summary>
    public const string Pointer = "/basics/image";

    /// <summary>A photo is told by its size, its place and its tones; whose it is nobody looks at.</summary>
    private const double Certainty = 0.8;

    /// <summary>The résumé with the photo of its document, and where that stands. It is the one value that is no text of the document, so it has no lines.</summary>
    public static Resume WithPortrait(Resume resume, SourcePortrait? portrait)
    {
        ArgumentNullException.ThrowIfNull(resume);
        if (portrait is null) return resume;
        var meta = resume.Meta ?? new ResumeMeta();
        var place = new ValueProvenance { Page = portrait.Page, Box = portrait.Box is { } box ? [box.X, box.Y, box.Width, box.Height] : [] };
        return resume with
        {
            Basics = resume.Basics with { Image = PlainJpeg.ToDataUrl(portrait.Jpeg.Span) },
            Meta = meta with
            {
                Confidence = new Dictionary<string, double>(meta.Confidence ?? new Dictionary<string, double>()) { [Pointer] = Certainty },
                Provenance = new Dictionary<string, ValueProvenance>(meta.Provenance ?? new Dictionary<string, ValueProvenance>()) { [Pointer] = place },
            },
        };
    }

    /// <summary>
    /// The résumé with its picture encoded anew by the reader, or without it when it is no picture that can be read: of what a person gave, nothing else may be
    /// kept. An address is never followed.
    /// </summary>
    /// <param name="resume">The résumé that was given.</param>
    /// <param name="reader">The reader, which alone decodes pictures.</param>
    /// <param name="known">The <c>basics.image</c> that is kept already, which stays as it is when it is given again, so that no saving wears it out; may be null.</param>
    /// <param name="cancellationToken">Stops the reader.</param>
    /// <returns>The résumé; see <see cref="IsDropped"/>.</returns>
    /// <exception cref="DocumentException">The reader cannot be started: <c>reader_unavailable</c>.</exception>
    public static async Task<Resume> MadeSafeAsync(Resume resume, IDocumentReader reader, string? known = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(resume);
        ArgumentNullException.ThrowIfNull(reader);
        if (resume.Basics.Image is not { } image || image == known) return resume;
        return resume with { Basics = resume.Basics with { Image = await SafeAsync(image, reader, cancellationToken).ConfigureAwait(false) } };
    }

    /// <summary>Whether a résumé lost its picture when it was made safe, of which its person should know.</summary>
    public static bool IsDropped(Resume given, Resume safe)
    {
        ArgumentNullException.ThrowIfNull(given);
        ArgumentNullException.ThrowIfNull(safe);
        return !string.IsNullOrWhiteSpace(given.Basics.Image) && safe.Basics.Image is null;
    }

    private static async Task<string?> SafeAsync(string image, IDocumentReader reader, CancellationToken cancellationToken)
    {
        if (BytesOf(image) is not { } bytes) return null;
        try
        {
            return PlainJpeg.ToDataUrl((await reader.PictureAsync(bytes, cancellationToken).ConfigureAwait(false)).Span);
        }
        catch (DocumentException exception) when (exception.Code != "reader_unavailable")
        {
            return null;
        }
    }

    /// <summary>The bytes of a data URL (RFC 2397); null for anything else.</summary>
    private static byte[]? BytesOf(string image)
    {
        const string Marker = ";base64,";
        var at = image.StartsWith("data:image/", StringComparison.OrdinalIgnoreCase) ? image.IndexOf(Marker, StringComparison.OrdinalIgnoreCase) : -1;
        if (at < 0) return null;
        var buffer = new byte[((image.Length - at) * 3 / 4) + 3];
        return Convert.TryFromBase64String(image[(at + Marker.Length)..], buffer, out var length) && length > 0 ? buffer[..length] : null;
    }
}
