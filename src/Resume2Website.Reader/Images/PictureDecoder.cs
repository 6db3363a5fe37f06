using Resume2Website.Documents;
using SkiaSharp;

namespace Resume2Website.Reader.Images;

/// <summary>Decodes PNG, JPEG and WebP. How large a picture is stands in its header, and is judged before a pixel is decoded.</summary>
internal static class PictureDecoder
{
    /// <summary>Refuses what is no picture or has too many pixels, without decoding it.</summary>
    /// <exception cref="DocumentException">It is refused.</exception>
    public static void Check(ReadOnlyMemory<byte> content)
    {
        using var data = SKData.CreateCopy(content.Span);
        using var codec = Open(data);
    }

    /// <summary>The picture as it is meant to be seen: upright as its EXIF tag says, on white where it is transparent.</summary>
    /// <exception cref="DocumentException">It is damaged, or has too many pixels.</exception>
    public static GrayPicture Decode(ReadOnlyMemory<byte> content)
    {
        using var data = SKData.CreateCopy(content.Span);
        using var codec = Open(data);
        var size = Reduced(codec);
        using var bitmap = new SKBitmap(new SKImageInfo(size.Width, size.Height, SKColorType.Rgba8888, SKAlphaType.Unpremul));
        if (codec.GetPixels(bitmap.Info, bitmap.GetPixels()) != SKCodecResult.Success) throw new DocumentException("file_damaged");
        return Upright(Gray(bitmap), codec.EncodedOrigin);
    }

    /// <summary>The picture in another size.</summary>
    public static GrayPicture Scaled(GrayPicture picture, double factor)
    {
        var (width, height) = (Math.Max(1, (int)Math.Round(picture.Width * factor)), Math.Max(1, (int)Math.Round(picture.Height * factor)));
        using var source = BitmapOf(picture);
        using var target = new SKBitmap(new SKImageInfo(width, height, SKColorType.Gray8, SKAlphaType.Opaque));
        var sampling = factor < 1 ? new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear) : new SKSamplingOptions(SKCubicResampler.Mitchell);
        source.ScalePixels(target, sampling);
        var pixels = new byte[width * height];
        for (var y = 0; y < height; y++) target.GetPixelSpan().Slice(y * target.RowBytes, width).CopyTo(pixels.AsSpan(y * width));
        return new GrayPicture(width, height, pixels);
    }

    /// <summary>The eight orientations of TIFF and EXIF (tag 274).</summary>
    public static GrayPicture Upright(GrayPicture picture, SKEncodedOrigin origin) => origin switch
    {
        SKEncodedOrigin.TopRight => picture.Mirrored(),
        SKEncodedOrigin.BottomRight => picture.Turned(2),
        SKEncodedOrigin.BottomLeft => picture.Turned(2).Mirrored(),
        SKEncodedOrigin.LeftTop => picture.Turned(1).Mirrored(),
        SKEncodedOrigin.RightTop => picture.Turned(1),
        SKEncodedOrigin.RightBottom => picture.Turned(3).Mirrored(),
        SKEncodedOrigin.LeftBottom => picture.Turned(3),
        _ => picture,
    };

    private static SKCodec Open(SKData data)
    {
        var codec = SKCodec.Create(data) ?? throw new DocumentException("file_damaged");
        if (codec.Info is { Width: > 0, Height: > 0 } info && (long)info.Width * info.Height <= ReadingLimits.Pixels) return codec;
        codec.Dispose();
        throw new DocumentException("picture_too_large");
    }

    /// <summary>A JPEG can be decoded at a half or a quarter of its size, which costs less time and memory than to shrink it afterwards.</summary>
    private static SKSizeI Reduced(SKCodec codec)
    {
        var wanted = (float)PageSize.LargestLongSide / Math.Max(codec.Info.Width, codec.Info.Height);
        var full = new SKSizeI(codec.Info.Width, codec.Info.Height);
        if (wanted >= 0.75f || codec.EncodedFormat != SKEncodedImageFormat.Jpeg) return full;
        var smaller = codec.GetScaledDimensions(wanted);
        return Math.Max(smaller.Width, smaller.Height) >= PageSize.LargestLongSide * 0.75 ? smaller : full;
    }

    private static GrayPicture Gray(SKBitmap bitmap)
    {
        var (width, height, rowBytes) = (bitmap.Width, bitmap.Height, bitmap.RowBytes);
        var pixels = new byte[width * height];
        var source = bitmap.GetPixelSpan();
        for (var y = 0; y < height; y++)
        {
            var row = source.Slice(y * rowBytes, width * 4);
            for (var x = 0; x < width; x++)
            {
                var (red, green, blue, alpha) = (row[4 * x], row[(4 * x) + 1], row[(4 * x) + 2], row[(4 * x) + 3]);
                // Luma of Rec. 601.
                var shade = ((77 * red) + (150 * green) + (29 * blue)) >> 8;
                pixels[(y * width) + x] = (byte)(((shade * alpha) + (255 * (255 - alpha))) / 255);
            }
        }

        return new GrayPicture(width, height, pixels);
    }

    private static SKBitmap BitmapOf(GrayPicture picture)
    {
        var bitmap = new SKBitmap(new SKImageInfo(picture.Width, picture.Height, SKColorType.Gray8, SKAlphaType.Opaque));
        for (var y = 0; y < picture.Height; y++)
        {
            System.Runtime.InteropServices.Marshal.Copy(picture.Pixels, y * picture.Width, bitmap.GetPixels() + (y * bitmap.RowBytes), picture.Width);
        }

        return bitmap;
    }
}
