using SkiaSharp;

namespace Resume2Website.Reader.Portraits;

/// <summary>
/// Tells a photo of a face from a logo, a flag, a code, a chart or a signature, by a handful of measures of a small copy of it. No face is looked for or
/// recognized: a photo has many tones that go over into each other, and one of a person has the tones of skin in its middle, unless it is black and white.
/// </summary>
internal static class PhotoTones
{
    private const int Side = 64;

    /// <summary>The middle of the copy, where the face is.</summary>
    private const int From = Side / 5;

    private const int To = Side - From;

    /// <summary>Tones are counted in so many steps from black to white.</summary>
    private const int Steps = 64;

    /// <summary>Bits of information in a tone of the middle. Photos have 4 to 6; drawings of two or three colours with soft edges 1 to 3.</summary>
    private const double FewestBits = 3.8;

    /// <summary>The most shades between neighbours on average. Photos have 3 to 15; squares, stripes and small print more than 30.</summary>
    private const double Roughest = 26;

    /// <summary>The most neighbours in the middle that are quite alike: areas of one colour.</summary>
    private const double Flattest = 0.4;

    /// <summary>The most of it that is white paper: a round photo leaves a fifth in its corners, a signature or a logo nearly all.</summary>
    private const double Whitest = 0.6;

    /// <summary>From this difference of its channels on, a picture is in colour.</summary>
    private const double Colourful = 12;

    /// <summary>The least of the middle that has a tone of skin, in a picture in colour.</summary>
    private const double LeastSkin = 0.12;

    /// <summary>Whether the tones of a picture are those of a photo of a person.</summary>
    public static bool AreOf(SKBitmap picture)
    {
        using var small = new SKBitmap(new SKImageInfo(Side, Side, SKColorType.Rgba8888, SKAlphaType.Opaque));
        if (!picture.ScalePixels(small, new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear))) return false;
        var pixels = small.Pixels;
        var middle = Enumerable.Range(0, pixels.Length).Where(at => at % Side is >= From and < To && at / Side is >= From and < To).ToList();
        return Share(pixels, pixel => Math.Min(pixel.Red, Math.Min(pixel.Green, pixel.Blue)) >= 250) <= Whitest
            && Bits([.. middle.Select(at => pixels[at])]) >= FewestBits
            && middle.Average(at => Math.Abs(Luma(pixels[at]) - Luma(pixels[at + 1]))) <= Roughest
            && middle.Count(at => pixels[at] == pixels[at + 1]) <= Flattest * middle.Count
            && (middle.Average(at => Colour(pixels[at])) < Colourful || Share([.. middle.Select(at => pixels[at])], IsSkin) >= LeastSkin);
    }

    private static double Share(SKColor[] pixels, Func<SKColor, bool> has) => (double)pixels.Count(has) / pixels.Length;

    /// <summary>The entropy of the tones (Shannon).</summary>
    private static double Bits(SKColor[] pixels) =>
        pixels.GroupBy(pixel => (int)(Luma(pixel) * Steps / 256)).Select(group => (double)group.Count() / pixels.Length).Sum(share => -share * Math.Log2(share));

    /// <summary>Rec. 601.</summary>
    private static double Luma(SKColor pixel) => (0.299 * pixel.Red) + (0.587 * pixel.Green) + (0.114 * pixel.Blue);

    private static double Colour(SKColor pixel) => Math.Max(pixel.Red, Math.Max(pixel.Green, pixel.Blue)) - Math.Min(pixel.Red, Math.Min(pixel.Green, pixel.Blue));

    /// <summary>Skin of every complexion has nearly the same chroma, only its luma differs (Chai and Ngan 1999).</summary>
    private static bool IsSkin(SKColor pixel)
    {
        var blue = 128 - (0.169 * pixel.Red) - (0.331 * pixel.Green) + (0.5 * pixel.Blue);
        var red = 128 + (0.5 * pixel.Red) - (0.419 * pixel.Green) - (0.081 * pixel.Blue);
        return blue is >= 77 and <= 127 && red is >= 133 and <= 173;
    }
}
