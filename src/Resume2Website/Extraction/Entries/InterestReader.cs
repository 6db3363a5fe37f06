using Resume2Website.Extraction.Layout;

namespace Resume2Website.Extraction.Entries;

/// <summary>Reads interests: a list, or one a line.</summary>
internal static class InterestReader
{
    /// <summary>The interests of a section.</summary>
    public static IEnumerable<Found> Read(IReadOnlyList<LayoutLine> section) => section
        .SelectMany(line => line.Segments)
        .SelectMany(segment => SkillReader.Keywords(segment.Text).Select(text => new Found(text, segment.Source, text.Length > 50 ? 0.7 : 0.95)));
}
