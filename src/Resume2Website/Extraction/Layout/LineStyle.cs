using Resume2Website.Documents;

namespace Resume2Website.Extraction.Layout;

/// <summary>What a line looks like; lines that look alike play the same part in a document.</summary>
/// <param name="Size">The size of its letters in half points; 0 when not known.</param>
/// <param name="Bold">Whether it is bold.</param>
/// <param name="Italic">Whether it is italic.</param>
/// <param name="Capitals">Whether it is written in capitals.</param>
/// <param name="Color">The colour of its letters; -1 when not known.</param>
/// <param name="Mark">What the format or the marks of plain text say: a heading's level, 99 for a decorated line, else 0.</param>
internal sealed record LineStyle(int Size, bool Bold, bool Italic, bool Capitals, int Color, int Mark)
{
    private const int Decorated = 99;

    /// <summary>The style of a line's first run.</summary>
    public static LineStyle Of(LayoutLine line)
    {
        var source = line.First;
        var text = line.Segments[0].Text;
        var letters = text.Count(char.IsLetter);
        var mark = line.IsDecorated ? Decorated : source.Role == SourceLineRole.Heading ? Math.Max(1, source.Level) : 0;
        return new LineStyle((int)Math.Round(Points(source) * 2), source.Bold, source.Italic,
            letters > 2 && text.Count(char.IsUpper) * 10 >= letters * 9, source.Color ?? -1, mark);
    }

    // A large first letter or small capitals make the box much taller than the size of most letters.
    private static double Points(SourceLine source) =>
        source is { FontSize: { } size, Box: { } box } && box.Height > size * 1.3 ? box.Height : source.FontSize ?? 0;
}
