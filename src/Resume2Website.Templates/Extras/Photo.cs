namespace Resume2Website.Templates.Extras;

/// <summary>A person's photo, taken out of its data URL.</summary>
internal sealed record Photo(string Path, string ContentType, byte[] Bytes)
{
    private static readonly (string Extension, string ContentType, byte[] Signature)[] Kinds =
    [
        ("jpg", "image/jpeg", [0xFF, 0xD8, 0xFF]),
        ("png", "image/png", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]),
        ("webp", "image/webp", "RIFF"u8.ToArray()),
    ];

    /// <summary>Reads a data URL; null for anything that is not a JPEG, PNG or WebP by its first bytes. Nothing is ever fetched.</summary>
    public static Photo? Parse(string? image)
    {
        const string Marker = ";base64,";
        if (image is null || !image.StartsWith("data:image/", StringComparison.OrdinalIgnoreCase)) return null;
        var at = image.IndexOf(Marker, StringComparison.OrdinalIgnoreCase);
        if (at < 0) return null;

        var buffer = new byte[((image.Length - at) * 3 / 4) + 3];
        if (!Convert.TryFromBase64String(image[(at + Marker.Length)..], buffer, out var length)) return null;
        var bytes = buffer[..length];
        foreach (var (extension, contentType, signature) in Kinds)
        {
            if (bytes.AsSpan().StartsWith(signature)) return new Photo($"photo.{extension}", contentType, bytes);
        }

        return null;
    }
}
