using Resume2Website.Templates.Fonts;
using Resume2Website.Templates.Palettes;

namespace Resume2Website.Templates.Gutter;

/// <summary>Gutter: section names in a left gutter, one calm column beside it.</summary>
internal static class GutterTemplate
{
    public static SiteTemplate Template { get; } = new()
    {
        Name = "gutter",
        Description = "Section names in a left gutter beside one calm column; suits nearly everyone.",
        Page = typeof(GutterPage),
        Fonts = [FontFaces.Figtree],
        Accents =
        [
            new Accent("pine", "#1c6b52", "#74c9a8"),
            new Accent("ocean", "#1b5fa6", "#86b8f0"),
            new Accent("plum", "#7b3a79", "#d79dd4"),
            new Accent("rust", "#9c4220", "#efa180"),
            new Accent("slate", "#44566c", "#abbdd3"),
        ],
        SectionOrder =
        [
            "summary", "work", "projects", "education", "skills", "languages", "certificates", "courses", "publications", "talks",
            "awards", "volunteer", "interests", "references", "other",
        ],
    };
}
