using System.Text.RegularExpressions;
using Resume2Website.Extraction.Layout;

namespace Resume2Website.Extraction.Entries;

/// <summary>Makes the lines of lists readable as heads: takes off numbers, parts "Title. Publisher".</summary>
internal static partial class ListedHead
{
    /// <summary>The head's lines without numbering, sentences parted.</summary>
    public static IReadOnlyList<EntryLine> Prepare(IReadOnlyList<EntryLine> head) =>
        [.. head.Select((line, i) => line with { Rest = [.. line.Rest.SelectMany(segment => Part(segment, i == 0, head.Count == 1 && line.Rest.Count == 1))] })];

    private static IEnumerable<LayoutSegment> Part(LayoutSegment segment, bool isFirst, bool isAlone)
    {
        var text = isFirst ? Number().Replace(segment.Text, "") : segment.Text;
        if (isAlone && HeadText.Parts(text).Count == 1 && SentenceEnd().Match(text) is { Success: true } end)
        {
            yield return segment with { Text = text[..(end.Index + 1)].TrimEnd('.') };
            yield return segment with { Text = text[(end.Index + end.Length)..].TrimEnd('.') };
            yield break;
        }

        yield return segment with { Text = text.TrimEnd('.') };
    }

    [GeneratedRegex(@"^\s*\[?\d{1,3}[.)\]]\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Number();

    [GeneratedRegex(@"(?<=[\p{Ll}\d)]{2})[.?!]\.?\s+(?=\p{Lu})(?!.*[.?!]\s+\p{Lu})", RegexOptions.CultureInvariant)]
    private static partial Regex SentenceEnd();
}
