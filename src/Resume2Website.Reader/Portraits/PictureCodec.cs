using System.Buffers.Binary;
using Resume2Website.Documents;
using Resume2Website.Screening;
using SkiaSharp;
using Format = Resume2Website.Documents.DocumentFormat;

namespace Resume2Website.Reader.Portraits;

/// <summary>Decodes JPEG, PNG and WebP in colour. How large a picture is stands in its header, and is judged before a pixel is decoded.</summary>
internal static class PictureCodec
{
    /// <summary>A progressive JPEG of more scans than any program writes keeps the decoder busy for nothing.</summary>
    private const int MostScans = 32;

    /// <summary>Opens a picture; null where it is none, or too large.</summary>
    public static SKCodec? Open(SKData data)
    {
        var bytes = data.AsSpan();
        if (FormatSignature.Of(bytes) is not (Format.Jpeg or Format.Png or Format.WebP) || Scans(bytes) > MostScans) return null;
        var codec = SKCodec.Create(data);
        if (codec?.Info is not { Width: > 0, Height: > 0 } info || (long)info.Width * info.Height <= ReadingLimits.Pixels) return codec;
        codec.Dispose();
        return null;
    }

    /// <summary>The whole picture, not much larger than wanted where that saves work; null where it is cut short or damaged.</summary>
    /// <param name="codec">The opened picture.</param>
    /// <param name="scale">The size wanted, as a share of its own, 0 to 1.</param>
    public static SKBitmap? Decode(SKCodec codec, float scale)
    {
        var full = new SKSizeI(codec.Info.Width, codec.Info.Height);
        // A JPEG can be decoded at a half or a quarter of its size, which costs less time and memory than to shrink it afterwards.
        var size = codec.EncodedFormat == SKEncodedImageFormat.Jpeg && scale < 1 ? codec.GetScaledDimensions(scale) : full;
        if (size.Width < full.Width * scale || size.Height < full.Height * scale) size = full;
        var bitmap = new SKBitmap(new SKImageInfo(size.Width, size.Height, SKColorType.Rgba8888, SKAlphaType.Unpremul));
        if (codec.GetPixels(bitmap.Info, bitmap.GetPixels()) == SKCodecResult.Success) return bitmap;
        bitmap.Dispose();
        return null;
    }

    /// <summary>A picture as a <see cref="PlainJpeg"/>: of the best quality that fits into its bytes.</summary>
    public static byte[] Encode(SKBitmap picture)
    {
        for (var quality = 86; quality > 20; quality -= 12)
        {
            using var jpeg = picture.Encode(SKEncodedImageFormat.Jpeg, quality) ?? throw new DocumentException("picture_unsupported");
            if (jpeg.Size <= PlainJpeg.MostBytes) return jpeg.ToArray();
        }

        // Noise alone packs so badly: nobody's photo is lost.
        throw new DocumentException("picture_unsupported");
    }

    /// <summary>How many scans a JPEG has at the most; what another format has is none of them.</summary>
    private static int Scans(ReadOnlySpan<byte> bytes) => BinaryPrimitives.ReadUInt16BigEndian(bytes) == 0xFFD8 ? bytes.Count((ReadOnlySpan<byte>)[0xFF, 0xDA]) : 0;
}
