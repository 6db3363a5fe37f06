using Resume2Website.Extraction.Layout;

namespace Resume2Website.Extraction.Entries;

/// <summary>Reads the running text about the person.</summary>
internal static class SummaryReader
{
    /// <summary>The section's text: list items on lines of their own, the rest as it flows.</summary>
    public static Found Read(IReadOnlyList<LayoutLine> lines)
    {
        var text = lines[0].Text;
        for (var i = 1; i < lines.Count; i++)
        {
            text += (lines[i].IsBullet || lines[i].GapBefore > 1 ? "\n" : " ") + lines[i].Text;
        }

        return new Found(text.Replace('\t', ' '), lines[0].First, 0.93) { Parts = [.. lines.Select(line => new Found(line.Text, line.First, 0.93))] };
    }
}
