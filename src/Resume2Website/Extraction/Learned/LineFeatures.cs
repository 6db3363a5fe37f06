using Resume2Website.Extraction.Entries;
using Resume2Website.Extraction.Layout;
using Resume2Website.Extraction.Rules;

namespace Resume2Website.Extraction.Learned;

/// <summary>The features of all lines of a document: what each looks like, what it says, what stands around it, and what the rules make of it.</summary>
internal static class LineFeatures
{
    /// <summary>More than most lines have, so that their list need not grow.</summary>
    private const int ManyFeatures = 96;

    /// <summary>How far a line looks up and down, and how what it sees there is called.</summary>
    private static readonly (int Distance, string Prefix)[] Neighbours = [(-2, "-2:"), (-1, "-1:"), (1, "1:"), (2, "2:")];

    /// <summary>The features of each line.</summary>
    public static IReadOnlyList<LineFeature[]> Of(IReadOnlyList<SectionedLine> lines, int bodySize)
    {
        var parts = RuleParts(lines);
        var facts = lines.Select(line => LineFacts.Of(line, parts.TryGetValue(line.Line, out var part) ? part : null, bodySize)).ToList();
        var styles = lines.Zip(facts).GroupBy(pair => pair.Second.Style).ToDictionary(group => group.Key, group => (Count: group.Count(), Headings: group.Count(pair => pair.First.IsHeading)));
        return [.. facts.Select((fact, i) => Of(facts, i, styles[fact.Style]))];
    }

    private static LineFeature[] Of(List<LineFacts> facts, int index, (int Count, int Headings) style)
    {
        var fact = facts[index];
        var features = new List<LineFeature>(ManyFeatures) { LineFeature.Of("always") };
        foreach (var name in fact.Names) features.Add(LineFeature.Of(name, Origin(name)));
        Words(fact.Words, features);
        features.Add(LineFeature.Of($"style:{(style.Count == 1 ? 1 : style.Count < 4 ? 2 : style.Count < 10 ? 3 : 4)}:{(style.Headings == 0 ? 0 : style.Headings * 2 > style.Count ? 2 : 1)}"));
        for (var neighbour = 0; neighbour < Neighbours.Length; neighbour++)
        {
            var (distance, prefix) = Neighbours[neighbour];
            var other = index + distance;
            if (other < 0 || other >= facts.Count)
            {
                features.Add(LineFeature.Of(prefix, "none", FeatureOrigin.Looks));
                continue;
            }

            foreach (var name in facts[other].Outline) features.Add(LineFeature.Of(prefix, name, Origin(name)));
            if (facts[other].Style == fact.Style) features.Add(LineFeature.Of(prefix, "alike", FeatureOrigin.Looks));
            if (facts[other].Line.Region != fact.Line.Region) features.Add(LineFeature.Of(prefix, "elsewhere", FeatureOrigin.Looks));
        }

        return [.. features.Distinct()];
    }

    private static void Words(IReadOnlyList<string> words, List<LineFeature> features)
    {
        foreach (var word in words) features.Add(LineFeature.Of("word:", word, FeatureOrigin.Words));
        if (words.Count > 0) features.Add(LineFeature.Of("first word:", words[0], FeatureOrigin.Words));
        if (words.Count is > 0 and <= 4) features.Add(LineFeature.Of("line:", string.Join(' ', words), FeatureOrigin.Words));
        foreach (var word in words)
        {
            if (word.Length > 4) features.Add(LineFeature.Of("ending:", word.AsSpan(word.Length - 4), FeatureOrigin.Words));
        }
    }

    private static FeatureOrigin Origin(string name) => name.StartsWith(LineFacts.RulePrefix, StringComparison.Ordinal) ? FeatureOrigin.Rules : FeatureOrigin.Looks;

    /// <summary>What the rules make of the lines of sections with entries.</summary>
    private static Dictionary<LayoutLine, LinePart> RuleParts(IReadOnlyList<SectionedLine> lines)
    {
        var parts = new Dictionary<LayoutLine, LinePart>(ReferenceEqualityComparer.Instance);
        foreach (var section in lines.Select(line => line.Section).Distinct<CvSection>(ReferenceEqualityComparer.Instance))
        {
            if (EntryShape.Of(section.Kind) is not { } shape) continue;
            foreach (var line in section.Lines) parts[line] = LinePart.Text;
            foreach (var block in EntryGrouping.Group(section.Lines, shape))
            {
                var head = block.DateLine is { } dated && !block.Head.Contains(dated) ? [dated, .. block.Head] : block.Head;
                foreach (var line in head) parts[line.Line] = LinePart.Head;
                if (section.Lines.Find(line => head.Any(other => ReferenceEquals(other.Line, line))) is { } first) parts[first] = LinePart.Start;
            }
        }

        return parts;
    }
}
