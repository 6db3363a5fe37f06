using System.Globalization;
using System.Text;
using Resume2Website.Sites;

namespace Resume2Website.Templates.Fonts;

/// <summary>The files and rules that give a page its fonts: only the subsets that its text needs.</summary>
internal sealed class FontSheet
{
    private readonly (FontFace Face, FontSubset Subset)[] _parts;

    public FontSheet(IReadOnlyList<FontFace> faces, string text) =>
        _parts = [.. from face in faces from subset in FontSubset.For(text) select (face, subset)];

    public IEnumerable<SiteFile> Files => _parts.Select(part =>
        new SiteFile(Path(part.Face, part.Subset), "font/woff2", EmbeddedFiles.Bytes($"webfonts/{FileName(part.Face, part.Subset)}")));

    /// <summary>
    /// The rules. A font that comes at once is waited for; a slow one is not, and text stands in a face of the system meanwhile that takes
    /// the same room, so that no line moves either way.
    /// </summary>
    public string Css
    {
        get
        {
            if (_parts.Length == 0) return "";
            var css = new StringBuilder("/* Fonts under the SIL Open Font License 1.1, https://openfontlicense.org */\n");
            foreach (var (face, subset) in _parts)
            {
                css.Append("@font-face {\n")
                    .Append("  font-family: \"").Append(face.Family).Append("\";\n")
                    .Append("  font-style: ").Append(face.Style).Append(";\n")
                    .Append("  font-weight: ").Append(face.Weight).Append(";\n")
                    .Append("  font-display: fallback;\n")
                    .Append("  src: url(\"").Append(Path(face, subset)).Append("\") format(\"woff2\");\n")
                    .Append("  unicode-range: ").Append(subset.Range).Append(";\n}\n");
            }

            foreach (var parts in _parts.GroupBy(part => part.Face)) AppendFallbacks(css, parts.Key, string.Join(',', parts.Select(part => part.Subset.Range)));

            return css.ToString();
        }
    }

    // Only for the letters that the font will bring: other scripts stay in the face that they will keep.
    private static void AppendFallbacks(StringBuilder css, FontFace face, string range)
    {
        foreach (var fallback in face.Fallbacks)
        {
            css.Append("@font-face {\n")
                .Append("  font-family: \"").Append(face.FallbackFamily).Append("\";\n")
                .Append("  font-style: ").Append(face.Style).Append(";\n")
                .Append("  font-weight: ").Append(fallback.Weight).Append(";\n")
                .Append("  src: ").AppendJoin(", ", fallback.Names.Select(name => $"local(\"{name}\")")).Append(";\n")
                .Append("  size-adjust: ").Append(Percent(fallback.Width)).Append(";\n")
                .Append("  ascent-override: ").Append(Percent(face.Ascent / fallback.Width)).Append(";\n")
                .Append("  descent-override: ").Append(Percent(face.Descent / fallback.Width)).Append(";\n")
                .Append("  line-gap-override: 0%;\n")
                .Append("  unicode-range: ").Append(range).Append(";\n}\n");
        }
    }

    private static string Percent(double share) => (share * 100).ToString("0.##", CultureInfo.InvariantCulture) + "%";

    private static string Path(FontFace face, FontSubset subset) => $"fonts/{FileName(face, subset)}";

    private static string FileName(FontFace face, FontSubset subset) => $"{face.Name}-{subset.Name}.woff2";
}
