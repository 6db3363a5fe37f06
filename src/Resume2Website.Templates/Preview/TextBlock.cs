using System.Globalization;
using System.Text;
using SkiaSharp;

namespace Resume2Website.Templates.Preview;

/// <summary>Sets a few lines of text between two margins, smaller where it would not fit, cut with an ellipsis where even that is not enough.</summary>
internal sealed class TextBlock(SKCanvas canvas, bool rightToLeft, float left, float right)
{
    private const float SmallestShare = 0.6f;

    /// <summary>Draws the text and returns where it ends; a text in a script that the font lacks is left out, never shown as boxes.</summary>
    public float Draw(string text, SKTypeface typeface, string colour, float size, int lines, float top)
    {
        using var font = new SKFont(typeface, size) { Subpixel = true, Hinting = SKFontHinting.None };
        var words = Drawable(text, font);
        if (words.Length == 0) return top;

        while (Wrapped(words, font).Count > lines && font.Size > size * SmallestShare) font.Size -= 4;
        var wrapped = Wrapped(words, font);
        if (wrapped.Count > lines) wrapped = [.. wrapped.Take(lines - 1), wrapped[lines - 1] + "…"];

        using var paint = new SKPaint { IsAntialias = true, Color = SKColor.Parse(colour) };
        var y = top + (font.Size * 0.92f);
        foreach (var line in wrapped)
        {
            var fitting = Fitting(line, font);
            if (rightToLeft) canvas.DrawText(fitting, right, y, SKTextAlign.Right, font, paint);
            else canvas.DrawText(fitting, left, y, SKTextAlign.Left, font, paint);
            y += font.Size * 1.18f;
        }

        return y - (font.Size * 0.7f);
    }

    private static string[] Drawable(string text, SKFont font)
    {
        var letters = text.EnumerateRunes().Where(rune => Rune.IsLetterOrDigit(rune)).ToArray();
        if (letters.Any(rune => !font.ContainsGlyph(rune.Value))) return [];

        var kept = string.Concat(text.EnumerateRunes().Select(rune =>
            Rune.IsWhiteSpace(rune) ? " " : font.ContainsGlyph(rune.Value) ? rune.ToString() : ""));
        return kept.Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }

    private List<string> Wrapped(string[] words, SKFont font)
    {
        var lines = new List<string>();
        foreach (var word in words)
        {
            var longer = lines.Count > 0 ? $"{lines[^1]} {word}" : word;
            if (lines.Count > 0 && font.MeasureText(longer) <= right - left) lines[^1] = longer;
            else lines.Add(word);
        }

        return lines;
    }

    private string Fitting(string line, SKFont font)
    {
        if (font.MeasureText(line) <= right - left) return line;
        var elements = StringInfo.ParseCombiningCharacters(line);
        for (var count = elements.Length - 1; count > 0; count--)
        {
            var shorter = line[..elements[count]].TrimEnd('…', ' ') + "…";
            if (font.MeasureText(shorter) <= right - left) return shorter;
        }

        return "";
    }
}
