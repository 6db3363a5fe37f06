using System.Collections.Concurrent;
using Resume2Website.Corpus.Pieces;
using SkiaSharp;

namespace Resume2Website.Corpus.Printing;

/// <summary>The fonts that come with the tool, so that no machine's fonts show.</summary>
internal static class FontShelf
{
    private const string Fallback = "DejaVuSansCondensed";
    private static readonly ConcurrentDictionary<string, SKTypeface?> Faces = new(StringComparer.Ordinal);

    /// <summary>Where the font files are.</summary>
    public static string Folder => Path.Combine(AppContext.BaseDirectory, "fonts");

    /// <summary>The font for a text; another family where the wanted one lacks a letter.</summary>
    public static SKFont Get(string family, Look look, float size, string text)
    {
        var isBold = look.HasFlag(Look.Bold);
        var face = Face(family, isBold, look.HasFlag(Look.Italic), out var isSlanted);
        if (look.HasFlag(Look.Icon) || !Holds(face, text)) face = Face(Fallback, isBold, false, out isSlanted);
        return new SKFont(face, size) { SkewX = look.HasFlag(Look.Italic) && !isSlanted ? -0.2f : 0, Subpixel = true, Hinting = SKFontHinting.None };
    }

    private static bool Holds(SKTypeface face, string text)
    {
        using var font = new SKFont(face);
        return font.ContainsGlyphs(text);
    }

    private static SKTypeface Face(string family, bool isBold, bool isItalic, out bool isSlanted)
    {
        var upright = Load(family + (isBold ? "-Bold" : "-Regular")) ?? Load(isBold ? family + "-Bold" : family) ?? throw new FileNotFoundException($"fonts/{family} is missing: copy it there.");
        var slanted = isItalic && !isBold ? Load(family + "-Italic") : null;
        isSlanted = slanted is not null;
        return slanted ?? upright;
    }

    private static SKTypeface? Load(string name) => Faces.GetOrAdd(name, static name => Path.Combine(Folder, name + ".ttf") is var file && File.Exists(file) ? SKTypeface.FromFile(file) : null);
}
