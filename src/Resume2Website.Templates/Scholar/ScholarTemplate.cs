using Resume2Website.Templates.Fonts;
using Resume2Website.Templates.Palettes;

namespace Resume2Website.Templates.Scholar;

/// <summary>Scholar: a title page in a book face, then publications and teaching before posts held.</summary>
internal static class ScholarTemplate
{
    public static SiteTemplate Template { get; } = new()
    {
        Name = "scholar",
        Description = "A book page in serif with publications and teaching first; suits researchers, teachers and writers.",
        Page = typeof(ScholarPage),
        Fonts = [FontFaces.SourceSerif, FontFaces.SourceSerifItalic, FontFaces.SourceSerifSemiBold],
        Accents =
        [
            new Accent("burgundy", "#7d2438", "#e8a0ad"),
            new Accent("navy", "#27406e", "#a3bce8"),
            new Accent("forest", "#2c5a3c", "#93cba5"),
            new Accent("sepia", "#74501f", "#dcb985"),
            new Accent("black", "#2b2b2b", "#d6d3cd"),
        ],
        SectionOrder =
        [
            "summary", "publications", PageSections.Teaching, "talks", "education", "work", "awards", "projects", "certificates", "courses",
            "skills", "languages", "volunteer", "interests", "references", "other",
        ],
    };
}
