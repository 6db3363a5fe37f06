using Resume2Website.Templates.Fonts;
using Resume2Website.Templates.Palettes;

namespace Resume2Website.Templates.Board;

/// <summary>Board: a statement, three results, and a timeline.</summary>
internal static class BoardTemplate
{
    public static SiteTemplate Template { get; } = new()
    {
        Name = "board",
        Description = "A statement, three results with their figures, and a timeline; suits executives and consultants.",
        Page = typeof(BoardPage),
        Fonts = [FontFaces.InstrumentSans, FontFaces.InstrumentSerif],
        Accents =
        [
            new Accent("midnight", "#1d3557", "#a9c1e8"),
            new Accent("emerald", "#0b5d4c", "#7fceb9"),
            new Accent("claret", "#7a1f3d", "#eba3ba"),
            new Accent("bronze", "#79501a", "#e2bb7d"),
            new Accent("steel", "#3d4f5f", "#aebfcd"),
        ],
        SectionOrder =
        [
            "summary", "work", "education", "awards", "volunteer", "publications", "talks", "certificates", "courses", "skills", "languages",
            "projects", "interests", "references", "other",
        ],
    };
}
