namespace Resume2Website.Reader.Lines;

/// <summary>Knows the glyphs that open the items of a list.</summary>
internal static class Bullets
{
    private const string Glyphs = "•‣▪●○◦■□▶►▸➤➢✓✔✗❖◆◇♦∙⁃⦁⚫·–—";

    /// <summary>Whether a character is a bullet wherever it opens a line.</summary>
    public static bool IsGlyph(char character) =>
        Glyphs.Contains(character, StringComparison.Ordinal) && character is not ('–' or '—')
        // Symbol and Wingdings draw their bullets from the private-use area.
        || character is '\uF0B7' or '\uF0A7' or '\uF0D8' or '\uF0FC' or '\uF076' or '\uF0A8';

    /// <summary>Parts the bullet from the text that it opens; a dash or star counts only before a space.</summary>
    public static bool TryStrip(string line, out string item)
    {
        item = line;
        if (line.Length < 2) return false;
        var isBullet = IsGlyph(line[0]) || (line[0] is '-' or '*' or '+' or '–' or '—' && line[1] is ' ' or '\t');
        if (!isBullet) return false;
        item = line[1..].TrimStart();
        return item.Length > 0;
    }
}
