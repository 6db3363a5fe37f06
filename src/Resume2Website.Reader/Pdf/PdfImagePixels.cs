using Resume2Website.Reader.Portraits;
using SkiaSharp;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Images;
using UglyToad.PdfPig.Tokens;

namespace Resume2Website.Reader.Pdf;

/// <summary>Decodes the pictures of a PDF: JPEGs, and samples of gray, RGB, CMYK or a palette under any filter; with their masks.</summary>
internal static class PdfImagePixels
{
    /// <summary>Samples take three or four bytes each, more than once: the heap holds so many.</summary>
    private const long MostSamples = 12_000_000;

    /// <summary>The picture; null where it is stored in a way that is not read here (JPEG 2000, JBIG2), too large, or damaged.</summary>
    public static SKBitmap? Of(IPdfImage image, float scale, BudgetedFilters filters)
    {
        var pixels = IsJpeg(image) ? Jpeg(image, scale, filters) : Samples(image);
        if (pixels is not null && image.MaskImage is { } mask) MaskOut(pixels, mask);
        return pixels;
    }

    private static bool IsJpeg(IPdfImage image) => Filters(image) is [.., "DCTDecode" or "DCT"];

    private static string[] Filters(IPdfImage image) =>
        (image.ImageDictionary.TryGet(NameToken.Filter, out var filter) || image.ImageDictionary.TryGet(NameToken.F, out filter)) switch
        {
            true when filter is NameToken name => [name.Data],
            true when filter is ArrayToken array => [.. array.Data.OfType<NameToken>().Select(name => name.Data)],
            _ => [],
        };

    private static SKBitmap? Jpeg(IPdfImage image, float scale, BudgetedFilters filters)
    {
        var bytes = new Memory<byte>(image.RawMemory.ToArray());
        var before = filters.GetFilters(image.ImageDictionary);
        for (var i = 0; i < before.Count - 1; i++) bytes = before[i].Decode(bytes, image.ImageDictionary, filters, i);
        using var data = SKData.CreateCopy(bytes.Span);
        using var codec = PictureCodec.Open(data);
        return codec is null ? null : PictureCodec.Decode(codec, scale);
    }

    private static SKBitmap? Samples(IPdfImage image)
    {
        var (width, height) = (image.WidthInSamples, image.HeightInSamples);
        if (SamplesOf(image) is not { } samples) return null;
        var channels = samples.Length / (width * height);
        if (channels is not (1 or 3 or 4)) return null;
        var bitmap = new SKBitmap(new SKImageInfo(width, height, SKColorType.Rgba8888, SKAlphaType.Unpremul));
        var target = bitmap.GetPixelSpan();
        for (int from = 0, to = 0; to < target.Length; from += channels, to += 4)
        {
            for (var channel = 0; channel < 3; channel++)
            {
                target[to + channel] = channels switch
                {
                    1 => samples[from],
                    3 => samples[from + channel],
                    _ => (byte)((255 - samples[from + channel]) * (255 - samples[from + 3]) / 255),
                };
            }

            target[to + 3] = 255;
        }

        return bitmap;
    }

    private static byte[]? SamplesOf(IPdfImage image)
    {
        if (image is not { WidthInSamples: > 0, HeightInSamples: > 0, ColorSpaceDetails: { } colors }) return null;
        if ((long)image.WidthInSamples * image.HeightInSamples > MostSamples || !image.TryGetBytesAsMemory(out var raw)) return null;
        var count = image.WidthInSamples * image.HeightInSamples * colors.BaseNumberOfColorComponents;
        var samples = ColorSpaceDetailsByteConverter.Convert(colors, raw.Span, image.BitsPerComponent, image.WidthInSamples, image.HeightInSamples, image.Decode);
        // Some programs write a line end after the last sample.
        return samples.Length >= count ? samples[..count].ToArray() : null;
    }

    /// <summary>Makes transparent what the mask hides; a mask that cannot be read hides nothing that people do not see anyway.</summary>
    private static void MaskOut(SKBitmap pixels, IPdfImage mask)
    {
        if (Shown(mask) is not { } shown) return;
        var target = pixels.GetPixelSpan();
        for (var y = 0; y < pixels.Height; y++)
        {
            var row = y * mask.HeightInSamples / pixels.Height * mask.WidthInSamples;
            for (var x = 0; x < pixels.Width; x++) target[(((y * pixels.Width) + x) * 4) + 3] = shown[row + (x * mask.WidthInSamples / pixels.Width)];
        }
    }

    /// <summary>How much of each sample is shown, 0 to 255.</summary>
    private static byte[]? Shown(IPdfImage mask)
    {
        var samples = SamplesOf(mask);
        if (samples?.Length != mask.WidthInSamples * mask.HeightInSamples) return null;
        // A stencil says what is masked out, where a soft mask says how much is shown (ISO 32000-1, 8.9.6.3 and 11.6.5.2).
        return mask.IsImageMask ? Array.ConvertAll(samples, sample => (byte)(255 - sample)) : samples;
    }
}
