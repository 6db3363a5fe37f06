using System.Text.RegularExpressions;
using Resume2Website.Extraction.Layout;

namespace Resume2Website.Extraction.Entries;

/// <summary>Reads skills, grouped as they are written.</summary>
internal static partial class SkillReader
{
    private const int LongestSkill = 80;

    /// <summary>The groups of a skills section.</summary>
    public static IReadOnlyList<SkillDraft> Read(IReadOnlyList<LayoutLine> section)
    {
        if (Grid(section) is { } grid) return grid;
        var groups = new List<SkillDraft>();
        var headingStyle = HeadingStyle(section);
        foreach (var line in section)
        {
            if (headingStyle is not null && line.Style == headingStyle && line.Segments.Count == 1)
            {
                groups.Add(new SkillDraft(new Found(line.Text.TrimEnd(':').Trim(), line.First, 0.85), []));
                continue;
            }

            Add(groups, line);
        }

        return [.. groups.Where(group => group.Name is not null || group.Keywords.Count > 0)];
    }

    private static void Add(List<SkillDraft> groups, LayoutLine line)
    {
        var segments = line.Segments;
        if (Group().Match(segments[0].Text) is { Success: true } named && !named.Groups["name"].Value.Contains(',', StringComparison.Ordinal))
        {
            groups.Add(new SkillDraft(new Found(named.Groups["name"].Value.Trim(), segments[0].Source, 0.9), []));
            segments = [.. segments.Select((segment, i) => i == 0 ? segment with { Text = named.Groups["rest"].Value } : segment)];
        }
        else if (segments.Count == 2 && segments[0].Source.Bold && !segments[1].Source.Bold)
        {
            groups.Add(new SkillDraft(new Found(segments[0].Text.TrimEnd(':'), segments[0].Source, 0.85), []));
            segments = [segments[1]];
        }
        else if (groups.Count == 0)
        {
            groups.Add(new SkillDraft(null, []));
        }

        foreach (var segment in segments)
        {
            groups[^1].Keywords.AddRange(Keywords(segment.Text).Select(text => new Found(text, segment.Source, text.Length > 40 ? 0.8 : 0.96)));
        }
    }

    /// <summary>The skills of a list in one text.</summary>
    public static IEnumerable<string> Keywords(string text)
    {
        var parts = Separators().Split(text).Select(part => Rating().Replace(part, "").Trim(' ', '.', ';', ',', '-', '–')).Where(part => part.Length > 0).ToList();
        // A sentence is one skill, however many commas it has.
        return parts.Exists(part => part.Length > LongestSkill) ? [text.Trim()] : parts;
    }

    // A style that only the lines above lists have: bold, or larger, and never the last line.
    private static LineStyle? HeadingStyle(IReadOnlyList<LayoutLine> section)
    {
        if (section.Count < 2 || section[0].Segments.Count > 1 || section[0].IsBullet) return null;
        var style = section[0].Style;
        var alike = section.Where(line => line.Style == style).ToList();
        var isHeading = alike.Count <= section.Count / 2 && section[^1].Style != style && alike.TrueForAll(line => !line.IsBullet && line.Segments.Count == 1 && line.Text.Length <= 40 && !line.Text.TrimEnd(':').Contains(',', StringComparison.Ordinal) && !Group().IsMatch(line.Text));
        return isHeading ? style : null;
    }

    // Groups side by side: a first row of names, then rows of one skill of each.
    private static List<SkillDraft>? Grid(IReadOnlyList<LayoutLine> section)
    {
        if (section.Count < 2 || section.Any(line => line.Box is null) || section[0].Segments.Count < 2) return null;
        var names = section[0].Segments;
        var isGrid = section.Skip(1).All(line => line.Style != section[0].Style && line.Segments.Count <= names.Count) && section.Skip(1).Any(line => line.Segments.Count > 1);
        if (!isGrid) return null;
        var groups = names.Select(name => new SkillDraft(new Found(name.Text.TrimEnd(':'), name.Source, 0.8), [])).ToList();
        foreach (var segment in section.Skip(1).SelectMany(line => line.Segments))
        {
            var x = segment.Source.Box?.X ?? 0;
            var column = Enumerable.Range(0, names.Count).Last(i => i == 0 || (names[i].Source.Box?.X ?? 0) <= x + 2);
            groups[column].Keywords.AddRange(Keywords(segment.Text).Select(text => new Found(text, segment.Source, 0.94)));
        }

        return groups;
    }

    [GeneratedRegex(@"^(?<name>[^:;,|•]{2,45})\s*:\s*(?<rest>.*)$", RegexOptions.CultureInvariant)]
    private static partial Regex Group();

    [GeneratedRegex(@"\t|[;|•·▪]|,(?![^(]*\))(?!\d)|\s+/\s+|\s{2,}|\s[–—]\s", RegexOptions.CultureInvariant)]
    private static partial Regex Separators();

    [GeneratedRegex(@"[●○★☆■□▮▯◆◇✦✧]+|\b\d/(?:5|10)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Rating();
}
