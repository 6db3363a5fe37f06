using System.Text;
using SkiaSharp;

namespace Resume2Website.Templates.Preview;

/// <summary>Faces of one weight for several scripts: each character is set in the first face that has it.</summary>
internal sealed class FontChain(params string[] names)
{
    public static readonly FontChain Regular = new("inter-display-regular.otf", "heebo-hebrew-regular.woff");
    public static readonly FontChain SemiBold = new("inter-display-semibold.otf", "heebo-hebrew-semibold.woff");

    // Only asked which characters they have, which changes nothing in them: any thread may.
    private readonly SKFont[] _faces = [.. names.Select(name => new SKFont(Load(name)))];

    public bool Has(Rune rune) => Array.Exists(_faces, face => face.ContainsGlyph(rune.Value));

    public float Measure(string text, float size) => Runs(text).Sum(run =>
    {
        using var font = Font(run.Face, size);
        return font.MeasureText(run.Text);
    });

    /// <summary>Draws a text from its left end, as it is to be seen.</summary>
    public void Draw(SKCanvas canvas, string text, float left, float baseline, float size, SKPaint paint)
    {
        foreach (var (face, part) in Runs(text))
        {
            using var font = Font(face, size);
            canvas.DrawText(part, left, baseline, SKTextAlign.Left, font, paint);
            left += font.MeasureText(part);
        }
    }

    private IEnumerable<(SKTypeface Face, string Text)> Runs(string text)
    {
        var (face, run) = ((SKTypeface?)null, new StringBuilder());
        foreach (var rune in text.EnumerateRunes())
        {
            var next = Array.Find(_faces, candidate => candidate.ContainsGlyph(rune.Value))?.Typeface ?? _faces[0].Typeface;
            if (face is not null && next != face)
            {
                yield return (face, run.ToString());
                run.Clear();
            }

            face = next;
            run.Append(rune.ToString());
        }

        if (face is not null) yield return (face, run.ToString());
    }

    private static SKFont Font(SKTypeface face, float size) => new(face, size) { Subpixel = true, Hinting = SKFontHinting.None };

    private static SKTypeface Load(string name)
    {
        using var data = SKData.CreateCopy(EmbeddedFiles.Bytes($"fonts/{name}"));
        return SKTypeface.FromData(data) ?? throw new InvalidOperationException($"{name} is no font.");
    }
}
