using System.Globalization;
using System.Text;
using SkiaSharp;

namespace Resume2Website.Templates.Preview;

/// <summary>Sets a few lines of text between two margins, smaller where it would not fit, cut with an ellipsis where even that is not enough.</summary>
internal sealed class TextBlock(SKCanvas canvas, bool rightToLeft, float left, float right)
{
    private const float SmallestShare = 0.6f;
    private const int MostCharacters = 200;

    /// <summary>Draws the text and returns where it ends; a text in a script that the fonts lack is left out, never shown as boxes.</summary>
    public float Draw(string text, FontChain fonts, string colour, float size, int lines, float top)
    {
        var words = Drawable(text, fonts);
        if (words.Length == 0) return top;

        var smallest = size * SmallestShare;
        while (Wrapped(words, fonts, size).Count > lines && size > smallest) size -= 4;
        var wrapped = Wrapped(words, fonts, size);
        if (wrapped.Count > lines) wrapped = [.. wrapped.Take(lines - 1), wrapped[lines - 1] + "…"];

        using var paint = new SKPaint { IsAntialias = true, Color = SKColor.Parse(colour) };
        var y = top + (size * 0.92f);
        foreach (var line in wrapped)
        {
            var seen = VisualOrder.Of(Fitting(line, fonts, size), rightToLeft);
            fonts.Draw(canvas, seen, rightToLeft ? right - fonts.Measure(seen, size) : left, y, size, paint);
            y += size * 1.18f;
        }

        return y - (size * 0.7f);
    }

    private static string[] Drawable(string whole, FontChain fonts)
    {
        // More does not fit on the card, and measuring it costs its square.
        var text = string.Concat(whole.EnumerateRunes().Take(MostCharacters));
        if (text.EnumerateRunes().Any(rune => Rune.IsLetterOrDigit(rune) && !fonts.Has(rune))) return [];

        var kept = string.Concat(text.EnumerateRunes().Select(rune => Rune.IsWhiteSpace(rune) ? " " : fonts.Has(rune) ? rune.ToString() : ""));
        return kept.Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }

    private List<string> Wrapped(string[] words, FontChain fonts, float size)
    {
        var lines = new List<string>();
        foreach (var word in words)
        {
            var longer = lines.Count > 0 ? $"{lines[^1]} {word}" : word;
            if (lines.Count > 0 && fonts.Measure(longer, size) <= right - left) lines[^1] = longer;
            else lines.Add(word);
        }

        return lines;
    }

    private string Fitting(string line, FontChain fonts, float size)
    {
        if (fonts.Measure(line, size) <= right - left) return line;
        var elements = StringInfo.ParseCombiningCharacters(line);
        for (var count = elements.Length - 1; count > 0; count--)
        {
            var shorter = line[..elements[count]].TrimEnd('…', ' ') + "…";
            if (fonts.Measure(shorter, size) <= right - left) return shorter;
        }

        return "";
    }
}
