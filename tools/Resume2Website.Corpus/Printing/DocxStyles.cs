using System.Globalization;
using DocumentFormat.OpenXml.Wordprocessing;
using Resume2Website.Corpus.Layouts;

namespace Resume2Website.Corpus.Printing;

/// <summary>The paragraph styles and the list of a Word document.</summary>
internal static class DocxStyles
{
    /// <summary>The styles of a layout.</summary>
    public static Styles Of(Layout layout)
    {
        var isPlain = layout.Heading == HeadingShape.SameSize;
        return new Styles(
            new DocDefaults(new RunPropertiesDefault(new RunPropertiesBaseStyle(
                new RunFonts { Ascii = Family(layout.Font), HighAnsi = Family(layout.Font) }, new FontSize { Val = HalfPoints(layout.Size) }))),
            Style("Normal", "Normal", null, layout, 1, false),
            Style("Title", "Title", null, layout, 2.1f, true),
            Style("Subtitle", "Subtitle", null, layout, 1.25f, false),
            // Many set headings by hand: no style then, only bold letters.
            isPlain ? Style("Own", "Own Heading", null, layout, 1, true) : Style("Heading1", "heading 1", 0, layout, 1.3f, true),
            Style("Heading2", "heading 2", 1, layout, 1, false),
            Style("ListBullet", "List Bullet", null, layout, 1, false));
    }

    /// <summary>A list with one bullet.</summary>
    public static Numbering Bullets(string bullet) => new(
        new AbstractNum(new Level(new NumberingFormat { Val = NumberFormatValues.Bullet }, new LevelText { Val = bullet }, new ParagraphProperties(new Indentation { Left = "360", Hanging = "240" })) { LevelIndex = 0 }) { AbstractNumberId = 1 },
        new NumberingInstance(new AbstractNumId { Val = 1 }) { NumberID = 1 });

    private static Style Style(string id, string name, int? level, Layout layout, float scale, bool isBold)
    {
        var run = new StyleRunProperties();
        if (isBold) run.Append(new Bold());
        if (level == 0 && layout.Heading is HeadingShape.Coloured or HeadingShape.Icon) run.Append(new Color { Val = layout.Accent.ToString("X6", CultureInfo.InvariantCulture) });
        run.Append(new FontSize { Val = HalfPoints(layout.Size * scale) });
        var paragraph = new StyleParagraphProperties(new SpacingBetweenLines { Before = level is null ? "0" : level == 0 ? "220" : "100", After = "20" });
        if (level is { } outline) paragraph.Append(new OutlineLevel { Val = outline });
        return new Style(new StyleName { Val = name }, paragraph, run) { Type = StyleValues.Paragraph, StyleId = id, Default = id == "Normal" };
    }

    private static string Family(string font) => font switch { "LiberationSerif" => "Liberation Serif", "LiberationSans" => "Liberation Sans", _ => "DejaVu Sans" };

    private static string HalfPoints(float size) => ((int)MathF.Round(size * 2)).ToString(CultureInfo.InvariantCulture);
}
