using Resume2Website.Extraction.Entries;
using Resume2Website.Extraction.Layout;
using Resume2Website.Extraction.Rules;

namespace Resume2Website.Extraction.Learned;

/// <summary>The features of all lines of a document: what each looks like, what it says, what stands around it, and what the rules make of it.</summary>
internal static class LineFeatures
{
    /// <summary>How far a line looks up and down.</summary>
    private const int Reach = 2;

    /// <summary>The features of each line.</summary>
    public static IReadOnlyList<LineFeature[]> Of(IReadOnlyList<SectionedLine> lines, int bodySize)
    {
        var parts = RuleParts(lines);
        var facts = lines.Select(line => LineFacts.Of(line, parts.TryGetValue(line.Line, out var part) ? part : null, bodySize)).ToList();
        var styles = lines.GroupBy(line => line.Line.Style).ToDictionary(group => group.Key, group => (Count: group.Count(), Headings: group.Count(line => line.IsHeading)));
        return [.. facts.Select((fact, i) => Of(facts, i, styles[fact.Line.Style]))];
    }

    private static LineFeature[] Of(List<LineFacts> facts, int index, (int Count, int Headings) style)
    {
        var fact = facts[index];
        var features = new List<LineFeature> { LineFeature.Of("always") };
        features.AddRange(fact.Names.Select(name => LineFeature.Of(name, Origin(name))));
        features.AddRange(fact.Words.Select((word, i) => LineFeature.Of($"word:{word}", FeatureOrigin.Words)));
        if (fact.Words.Count > 0) features.Add(LineFeature.Of($"first word:{fact.Words[0]}", FeatureOrigin.Words));
        if (fact.Words.Count is > 0 and <= 4) features.Add(LineFeature.Of($"line:{string.Join(' ', fact.Words)}", FeatureOrigin.Words));
        features.AddRange(fact.Words.Where(word => word.Length > 4).Select(word => LineFeature.Of($"ending:{word[^4..]}", FeatureOrigin.Words)));
        features.Add(LineFeature.Of($"style:{(style.Count == 1 ? 1 : style.Count < 4 ? 2 : style.Count < 10 ? 3 : 4)}:{(style.Headings == 0 ? 0 : style.Headings * 2 > style.Count ? 2 : 1)}"));
        for (var distance = -Reach; distance <= Reach; distance++)
        {
            var other = index + distance;
            if (distance == 0) continue;
            if (other < 0 || other >= facts.Count)
            {
                features.Add(LineFeature.Of($"{distance}:none"));
                continue;
            }

            features.AddRange(facts[other].Outline.Select(name => LineFeature.Of($"{distance}:{name}", Origin(name))));
            if (facts[other].Line.Style == fact.Line.Style) features.Add(LineFeature.Of($"{distance}:alike"));
            if (facts[other].Line.Region != fact.Line.Region) features.Add(LineFeature.Of($"{distance}:elsewhere"));
        }

        return [.. features.Distinct()];
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
