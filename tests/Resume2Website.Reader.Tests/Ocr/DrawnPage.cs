using SkiaSharp;

namespace Resume2Website.Reader.Tests.Ocr;

/// <summary>Draws pages as a scanner would give them: A4 at 200 dots an inch, with texts of people who do not exist.</summary>
internal static class DrawnPage
{
    public const int Width = 1654;
    public const int Height = 2339;

    private static readonly SKTypeface Regular = SKTypeface.FromFile(FontFile(isBold: false));
    private static readonly SKTypeface Bold = SKTypeface.FromFile(FontFile(isBold: true));

    /// <summary>A CV in one column.</summary>
    public static readonly string[] English =
    [
        "Rosa Klee", "Orchardist and farm manager", "rosa.klee@example.org", "Profile", "Farm manager with twelve years of experience in the growing of organic fruit",
        "I lead teams, plan new plantings and look after the sale to shops in the region", "Experience", "Farm manager, Sunny Valley Orchards", "March 2019 to present",
        "Led a team of fourteen people over the whole year and kept the books", "Moved the whole of the farm to organic growing, which was certified in 2021",
    ];

    public static readonly string[] German =
    [
        "Rosa Klee", "Gärtnerin und Betriebsleiterin", "Profil", "Ich führe seit zwölf Jahren einen Betrieb für ökologischen Obstbau und bilde auch aus",
        "Berufserfahrung", "Führung von vierzehn Mitarbeitern über das ganze Jahr und Planung der Ernte", "Umstellung der Flächen auf den ökologischen Anbau mit Prüfung",
        "Verkauf an den Großhandel und auf den Märkten der Region für die Genossenschaft",
    ];

    /// <summary>A page of lines.</summary>
    public static SKBitmap Of(IEnumerable<string> lines, float size = 32)
    {
        var y = 200f;
        return Draw(canvas =>
        {
            foreach (var line in lines)
            {
                Text(canvas, line, 150, y, size);
                y += size * 1.9f;
            }
        });
    }

    /// <summary>A page on which anything is drawn.</summary>
    public static SKBitmap Draw(Action<SKCanvas> draw, int width = Width, int height = Height)
    {
        var bitmap = new SKBitmap(width, height, SKColorType.Rgba8888, SKAlphaType.Opaque);
        using var canvas = new SKCanvas(bitmap);
        canvas.Clear(SKColors.White);
        draw(canvas);
        return bitmap;
    }

    public static void Text(SKCanvas canvas, string text, float x, float y, float size = 32, bool isBold = false, SKColor? color = null)
    {
        using var font = new SKFont(isBold ? Bold : Regular, size);
        using var paint = new SKPaint { Color = color ?? SKColors.Black, IsAntialias = true };
        canvas.DrawText(text, x, y, SKTextAlign.Left, font, paint);
    }

    public static byte[] Encode(this SKBitmap bitmap, SKEncodedImageFormat format)
    {
        using var data = bitmap.Encode(format, quality: 92);
        return data.ToArray();
    }

    public static byte[] Png(this SKBitmap bitmap) => bitmap.Encode(SKEncodedImageFormat.Png);

    /// <summary>The page turned clockwise by degrees, on paper that is large enough.</summary>
    public static SKBitmap Turned(this SKBitmap page, float degrees)
    {
        var (width, height) = degrees is 90 or 270 ? (page.Height, page.Width) : (page.Width, page.Height);
        return Draw(canvas =>
        {
            canvas.Translate(width / 2f, height / 2f);
            canvas.RotateDegrees(degrees);
            canvas.DrawBitmap(page, -page.Width / 2f, -page.Height / 2f, new SKSamplingOptions(SKFilterMode.Linear));
        }, width, height);
    }

    /// <summary>The page as in a mirror, which no turning undoes.</summary>
    public static SKBitmap Mirrored(this SKBitmap page) => Draw(canvas =>
    {
        canvas.Scale(-1, 1, page.Width / 2f, 0);
        canvas.DrawBitmap(page, 0, 0, new SKSamplingOptions(SKFilterMode.Nearest));
    }, page.Width, page.Height);

    /// <summary>The page as grey pixels, each changed by its place.</summary>
    public static SKBitmap Changed(this SKBitmap page, Func<int, int, int, int> shade)
    {
        var changed = page.Copy();
        for (var y = 0; y < page.Height; y++)
        {
            for (var x = 0; x < page.Width; x++)
            {
                var value = (byte)Math.Clamp(shade(x, y, page.GetPixel(x, y).Red), 0, 255);
                changed.SetPixel(x, y, new SKColor(value, value, value));
            }
        }

        return changed;
    }

    /// <summary>A TIFF of pages, 8 bits of grey, not packed, or as deflated strips.</summary>
    public static byte[] Tiff(bool isDeflated, params SKBitmap[] pages) => Tiff(isDeflated ? 8 : 1, isDeflated ? Deflated : data => data, pages);

    /// <summary>The same, packed by LZW (TIFF 6.0, section 13).</summary>
    public static byte[] LzwTiff(params SKBitmap[] pages) => Tiff(5, Lzw, pages);

    /// <summary>A picture with an orientation as cameras write it (EXIF 2.32, tag 274).</summary>
    public static byte[] WithOrientation(byte[] jpeg, int orientation)
    {
        byte[] exif = [.. "Exif\0\0MM\0*"u8, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte)orientation, 0, 0, 0, 0, 0, 0];
        return [.. jpeg[..2], 0xFF, 0xE1, 0, (byte)(exif.Length + 2), .. exif, .. jpeg[2..]];
    }

    private static byte[] Tiff(int compression, Func<byte[], byte[]> pack, SKBitmap[] pages)
    {
        using var file = new MemoryStream();
        using var writer = new BinaryWriter(file);
        writer.Write("II*\0"u8);
        writer.Write(0);
        var link = 4L;
        foreach (var page in pages)
        {
            var pixels = new byte[page.Width * page.Height];
            for (var i = 0; i < pixels.Length; i++) pixels[i] = page.GetPixel(i % page.Width, i / page.Width).Red;
            var data = file.Position;
            writer.Write(pack(pixels));
            if (file.Position % 2 != 0) writer.Write((byte)0);
            var directory = file.Position;
            (int Tag, int Value)[] entries = [(256, page.Width), (257, page.Height), (258, 8), (259, compression), (262, 1), (273, (int)data), (277, 1), (278, page.Height), (279, (int)(directory - data))];
            writer.Write((ushort)entries.Length);
            foreach (var (tag, value) in entries)
            {
                writer.Write((ushort)tag);
                writer.Write((ushort)4);
                writer.Write(1);
                writer.Write(value);
            }

            var end = file.Position;
            writer.Write(0);
            file.Position = link;
            writer.Write((int)directory);
            file.Position = file.Length;
            link = end;
        }

        return file.ToArray();
    }

    private static byte[] Deflated(byte[] data)
    {
        using var packed = new MemoryStream();
        using (var deflate = new System.IO.Compression.ZLibStream(packed, System.IO.Compression.CompressionLevel.Fastest)) deflate.Write(data);
        return packed.ToArray();
    }

    /// <summary>Literals only: the table is cleared before its codes would become wider than nine bits.</summary>
    private static byte[] Lzw(byte[] data)
    {
        const int Width = 9, Clear = 256, End = 257, Literals = 250;
        var packed = new List<byte>();
        var (bits, count) = (0, 0);
        foreach (var part in data.Chunk(Literals))
        {
            Put(Clear);
            foreach (var value in part) Put(value);
        }

        Put(End);
        if (count > 0) packed.Add((byte)(bits << (8 - count)));
        return [.. packed];

        void Put(int code)
        {
            (bits, count) = ((bits << Width) | code, count + Width);
            for (; count >= 8; count -= 8) packed.Add((byte)(bits >> (count - 8)));
            bits &= (1 << count) - 1;
        }
    }

    private static string FontFile(bool isBold) =>
        Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Fonts"), "*.otf").Order(StringComparer.Ordinal)
            .First(file => Path.GetFileName(file).Contains("bold", StringComparison.OrdinalIgnoreCase) == isBold);
}
