using Resume2Website.Templates.Fonts;
using Resume2Website.Templates.Palettes;

namespace Resume2Website.Templates.Ledger;

/// <summary>Ledger: a dense sheet with its dates in a column of their own at the right, at home on paper.</summary>
internal static class LedgerTemplate
{
    public static SiteTemplate Template { get; } = new()
    {
        Name = "ledger",
        Description = "A dense sheet with dates in a column at the right, best on paper; suits engineers, lawyers and long careers.",
        Page = typeof(LedgerPage),
        Fonts = [FontFaces.PlexSans],
        Accents =
        [
            new Accent("ink", "#2f4a7c", "#9db8ec"),
            new Accent("oxblood", "#8c2f39", "#eb9a9f"),
            new Accent("moss", "#4a6128", "#b3cf8a"),
            new Accent("teal", "#0e6470", "#74cbd6"),
            new Accent("graphite", "#4b4f57", "#b6bcc6"),
        ],
        SectionOrder =
        [
            "summary", "work", "education", "projects", "skills", "certificates", "courses", "languages", "publications", "talks",
            "awards", "volunteer", "interests", "references", "other",
        ],
    };
}
