namespace LiveWorkflows.Reports;

/// <summary>Joins templates of the same length that differ in a word or two, as Drain does (He et al., ICWS 2017), whatever order they come in.</summary>
internal static class TemplateClusters
{
    /// <summary>Shorter templates are too easily alike by chance.</summary>
    private const int FewestWords = 5;

    private const double LeastAlike = 0.75;
    private const string Wildcard = "<*>";

    /// <summary>For each template the one that stands for all that are joined with it.</summary>
    public static IReadOnlyDictionary<string, string> Of(IEnumerable<string> templates)
    {
        var clusters = new List<(string[] Words, List<string> Members)>();
        foreach (var template in templates.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            var words = template.Split(' ');
            var like = clusters.FindIndex(cluster => AreAlike(cluster.Words, words));
            if (like < 0)
            {
                clusters.Add((words, [template]));
                continue;
            }

            var joined = clusters[like].Words.Zip(words, (left, right) => left == right ? left : Wildcard).ToArray();
            clusters[like].Members.Add(template);
            clusters[like] = (joined, clusters[like].Members);
        }

        return clusters.SelectMany(cluster => cluster.Members.Select(member => (member, string.Join(' ', cluster.Words))))
            .ToDictionary(pair => pair.member, pair => pair.Item2, StringComparer.Ordinal);
    }

    private static bool AreAlike(string[] left, string[] right) =>
        left.Length == right.Length && left.Length >= FewestWords && left[0] == right[0]
        && left.Zip(right).Count(pair => pair.First == pair.Second || pair.First == Wildcard) >= left.Length * LeastAlike;
}
