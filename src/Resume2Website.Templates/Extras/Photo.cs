using SkiaSharp;

namespace Resume2Website.Templates.Extras;

/// <summary>A person's photo, taken out of its data URL and cut to the square that pages show, in the sizes that screens ask for.</summary>
internal sealed record Photo(IReadOnlyList<PhotoSize> Sizes)
{
    private const int MostPixels = 4_000_000;
    private const int Quality = 82;
    private static readonly int[] Edges = [128, 256, 512];
    private static readonly byte[][] Signatures = [[0xFF, 0xD8, 0xFF], [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], "RIFF"u8.ToArray()];

    /// <summary>The largest size: what previews and programs take.</summary>
    public PhotoSize Largest => Sizes[^1];

    /// <summary>Reads a data URL; null for anything that is no JPEG, PNG or WebP or cannot be decoded. Nothing is ever fetched.</summary>
    public static Photo? Parse(string? image)
    {
        if (Bytes(image) is not { } bytes || !Array.Exists(Signatures, signature => bytes.AsSpan().StartsWith(signature))) return null;
        using var picture = Decoded(bytes);
        return picture is null ? null : new Photo([.. EdgesFor(Math.Min(picture.Width, picture.Height)).Select(edge => Cut(picture, edge))]);
    }

    private static byte[]? Bytes(string? image)
    {
        const string Marker = ";base64,";
        if (image is null || !image.StartsWith("data:image/", StringComparison.OrdinalIgnoreCase)) return null;
        var at = image.IndexOf(Marker, StringComparison.OrdinalIgnoreCase);
        if (at < 0) return null;

        var buffer = new byte[((image.Length - at) * 3 / 4) + 3];
        return Convert.TryFromBase64String(image[(at + Marker.Length)..], buffer, out var length) ? buffer[..length] : null;
    }

    private static SKBitmap? Decoded(byte[] bytes)
    {
        using var data = SKData.CreateCopy(bytes);
        using var codec = SKCodec.Create(data);
        return codec is null || (long)codec.Info.Width * codec.Info.Height is 0 or > MostPixels ? null : SKBitmap.Decode(codec);
    }

    // Never larger than the picture is: that would add bytes and no detail.
    private static IEnumerable<int> EdgesFor(int shortest) =>
        Edges.Where(edge => edge < shortest).Append(Math.Min(shortest, Edges[^1])).Distinct();

    private static PhotoSize Cut(SKBitmap picture, int edge)
    {
        var side = Math.Min(picture.Width, picture.Height);

        // Of a tall picture the upper part: faces are there.
        var source = SKRect.Create((picture.Width - side) / 2f, (picture.Height - side) * 0.2f, side, side);
        using var surface = SKSurface.Create(new SKImageInfo(edge, edge, SKColorType.Rgb888x, SKAlphaType.Opaque));
        surface.Canvas.Clear(SKColors.White);
        using var image = SKImage.FromBitmap(picture);
        surface.Canvas.DrawImage(image, source, SKRect.Create(edge, edge), new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear));
        using var cut = surface.Snapshot();
        using var jpeg = cut.Encode(SKEncodedImageFormat.Jpeg, Quality) ?? throw new InvalidOperationException("The photo could not be encoded.");
        return new PhotoSize($"photo-{edge}.jpg", edge, jpeg.ToArray());
    }
}
