namespace Resume2Website.Templates.Fonts;

/// <summary>A face that the reader's system has, in which text stands until a font has come; stretched to the font's measures, so that no line moves then.</summary>
/// <param name="Names">Its full names: on other systems, a face that was drawn to the same widths.</param>
/// <param name="Weight">The weight that it stands in for.</param>
/// <param name="Width">How wide the font sets a text, where this face sets it 1 wide.</param>
internal sealed record FallbackFace(IReadOnlyList<string> Names, string Weight, double Width)
{
    public static FallbackFace Sans(double width) => new(["Arial", "Liberation Sans", "Arimo"], "400", width);

    public static FallbackFace SansBold(double width) => new(["Arial Bold", "Liberation Sans Bold", "Arimo Bold"], "700", width);

    public static FallbackFace Serif(double width) => new(["Times New Roman", "Liberation Serif", "Tinos"], "400", width);

    public static FallbackFace SerifItalic(double width) => new(["Times New Roman Italic", "Liberation Serif Italic", "Tinos Italic"], "400", width);

    public static FallbackFace SerifBold(double width) => new(["Times New Roman Bold", "Liberation Serif Bold", "Tinos Bold"], "700", width);

    public static FallbackFace Mono(double width) => new(["Courier New", "Liberation Mono", "Cousine"], "400", width);
}
