namespace Resume2Website.Templates.Fonts;

/// <summary>The fonts that travel inside this assembly; their licence and where they are from stand in <c>Files/OFL.txt</c>.</summary>
/// <remarks>The measures are a browser's, of the files themselves: <c>FallbackFaceTests</c> takes them again and says what they have become.</remarks>
internal static class FontFaces
{
    public static readonly FontFace Figtree = new("Figtree", "figtree", "300 900", 0.95, 0.25, [FallbackFace.Sans(1.0054), FallbackFace.SansBold(0.9517)]);
    public static readonly FontFace PlexSans = new("IBM Plex Sans", "ibm-plex-sans", "100 700", 1.025, 0.275, [FallbackFace.Sans(1.0099), FallbackFace.SansBold(0.9693)]);
    public static readonly FontFace PlexMono = new("IBM Plex Mono", "ibm-plex-mono", "400", 1.025, 0.275, [FallbackFace.Mono(0.9998)]);
    public static readonly FontFace InstrumentSans = new("Instrument Sans", "instrument-sans", "400 700", 0.97, 0.25, [FallbackFace.Sans(1.0208), FallbackFace.SansBold(0.9793)]);
    public static readonly FontFace InstrumentSerif = new("Instrument Serif", "instrument-serif", "400", 0.99, 0.31, [FallbackFace.Serif(0.8322)]);
    public static readonly FontFace SourceSerif = new("Source Serif 4", "source-serif", "400", 1.036, 0.335, [FallbackFace.Serif(1.1743)]);
    public static readonly FontFace SourceSerifItalic = new("Source Serif 4", "source-serif-italic", "400", 1.036, 0.335, [FallbackFace.SerifItalic(1.0745)], "italic");
    public static readonly FontFace SourceSerifSemiBold = new("Source Serif 4", "source-serif-semibold", "600", 1.036, 0.335, [FallbackFace.SerifBold(1.1213)]);

    public static IReadOnlyList<FontFace> All { get; } =
        [Figtree, PlexSans, PlexMono, InstrumentSans, InstrumentSerif, SourceSerif, SourceSerifItalic, SourceSerifSemiBold];
}
