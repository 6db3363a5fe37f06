using Resume2Website.Templates.Fonts;
using Resume2Website.Templates.Palettes;

namespace Resume2Website.Templates.Folio;

/// <summary>Folio: a large name, then projects as cards before everything else.</summary>
internal static class FolioTemplate
{
    public static SiteTemplate Template { get; } = new()
    {
        Name = "folio",
        Description = "A large name and projects as cards before everything else; suits designers and developers.",
        Page = typeof(FolioPage),
        Fonts = [FontFaces.InstrumentSans, FontFaces.PlexMono],
        Accents =
        [
            new Accent("cobalt", "#2444d8", "#9aacff"),
            new Accent("coral", "#b8352a", "#ff9c8e"),
            new Accent("fern", "#1d7040", "#7bd39b"),
            new Accent("violet", "#6a35c2", "#c0a2f7"),
            new Accent("amber", "#8a5a00", "#efbe5c"),
        ],
        SectionOrder =
        [
            "projects", "summary", "work", "skills", "talks", "publications", "education", "awards", "certificates", "courses", "languages",
            "volunteer", "interests", "references", "other",
        ],
    };
}
