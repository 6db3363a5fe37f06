using SkiaSharp;

namespace Resume2Website.Corpus.Printing;

/// <summary>Turns a PDF into what a scanner makes of it: pages as images, a little turned, blurred and noisy.</summary>
internal static class ScanPrinter
{
    private const int Resolution = 150;

    /// <summary>Scans to <c>png</c> or <c>jpg</c> (the first page) or <c>pdf</c> (images only).</summary>
    /// <exception cref="InvalidOperationException">pdftoppm is missing or fails.</exception>
    public static Printed Print(Printed source, string extension, Chance chance)
    {
        var folder = Directory.CreateTempSubdirectory("corpus").FullName;
        try
        {
            var pdf = Path.Combine(folder, "cv.pdf");
            File.WriteAllBytes(pdf, source.Content);
            ToolRun.Run("pdftoppm", "-r", $"{Resolution}", "-png", pdf, Path.Combine(folder, "page"));
            var pages = Directory.EnumerateFiles(folder, "page*.png").Order(StringComparer.Ordinal).Select(file => Worn(file, chance)).ToList();
            try
            {
                return source with { Content = extension == "pdf" ? Bound(pages) : Encoded(pages[0], extension == "png" ? SKEncodedImageFormat.Png : SKEncodedImageFormat.Jpeg) };
            }
            finally
            {
                pages.ForEach(page => page.Dispose());
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static SKBitmap Worn(string file, Chance chance)
    {
        using var clean = SKBitmap.Decode(file);
        using var turned = new SKBitmap(clean.Width, clean.Height, SKColorType.Gray8, SKAlphaType.Opaque);
        using (var canvas = new SKCanvas(turned))
        using (var blur = SKImageFilter.CreateBlur(0.55f, 0.55f))
        using (var paint = new SKPaint { ImageFilter = blur })
        using (var image = SKImage.FromBitmap(clean))
        {
            canvas.Clear(new SKColor(247, 247, 247));
            canvas.RotateDegrees((chance.Below(121) - 60) / 100f, clean.Width / 2f, clean.Height / 2f);
            canvas.DrawImage(image, 0, 0, new SKSamplingOptions(SKFilterMode.Linear), paint);
        }

        var worn = new SKBitmap(clean.Width, clean.Height, SKColorType.Gray8, SKAlphaType.Opaque);
        var from = turned.GetPixelSpan();
        var to = worn.GetPixelSpan();
        for (var i = 0; i < from.Length; i++) to[i] = (byte)Math.Clamp(from[i] + chance.Below(25) - 14, 0, 255);
        return worn;
    }

    private static byte[] Encoded(SKBitmap page, SKEncodedImageFormat format)
    {
        using var data = page.Encode(format, 82);
        return data.ToArray();
    }

    private static byte[] Bound(List<SKBitmap> pages)
    {
        using var stream = new MemoryStream();
        using (var document = SKDocument.CreatePdf(stream, new SKDocumentPdfMetadata { Creation = null, Modified = null, EncodingQuality = 82, RasterDpi = Resolution }))
        {
            foreach (var page in pages)
            {
                using var image = SKImage.FromEncodedData(Encoded(page, SKEncodedImageFormat.Jpeg));
                var canvas = document.BeginPage(PageFlow.PageWidth, PageFlow.PageHeight);
                canvas.DrawImage(image, new SKRect(0, 0, PageFlow.PageWidth, PageFlow.PageHeight), new SKSamplingOptions(SKFilterMode.Linear));
                document.EndPage();
            }

            document.Close();
        }

        return stream.ToArray();
    }
}
