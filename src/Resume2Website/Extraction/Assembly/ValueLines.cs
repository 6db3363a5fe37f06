using System.Text;
using Resume2Website.Documents;
using Resume2Website.Extraction.Entries;
using Resume2Website.Extraction.Layout;
using Resume2Website.Extraction.Parsing;

namespace Resume2Website.Extraction.Assembly;

/// <summary>Finds the lines of the document that a value stands in: the very one of a wrapped paragraph or of a row, and all of them when it runs over several.</summary>
/// <remarks>A value is a span of its line, and of what was joined to it; a name or what a model points at may run on into the line below.</remarks>
internal sealed class ValueLines
{
    private const int Below = 2;
    private readonly List<IReadOnlyList<SourceLine>> _groups;
    private readonly Dictionary<SourceLine, int> _groupOf = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<SourceLine, string> _letters = new(ReferenceEqualityComparer.Instance);

    /// <summary>What a label at the side was joined to when the sections were found, where that is more than one group.</summary>
    private readonly Dictionary<SourceLine, IReadOnlyList<SourceLine>> _joined = new(ReferenceEqualityComparer.Instance);

    public ValueLines(LayoutDocument layout, IReadOnlyList<CvSection> sections)
    {
        _groups = [.. layout.Lines.Select(line => line.Sources)];
        foreach (var (index, group) in _groups.Index())
        {
            foreach (var line in group) _groupOf.TryAdd(line, index);
        }

        foreach (var line in sections.SelectMany(section => section.Lines))
        {
            var group = _groupOf.GetValueOrDefault(line.First, -1);
            if (group < 0 || !line.Sources.All(_groups[group].Contains)) _joined.TryAdd(line.First, line.Sources);
        }
    }

    /// <summary>The lines of a value in reading order; at least one.</summary>
    public IReadOnlyList<SourceLine> Of(Found found)
    {
        if (found.Parts.Count > 0) return Distinct(found.Parts.SelectMany(Of));
        var (source, at) = (found.Source, _groupOf.GetValueOrDefault(found.Source, -1));
        IReadOnlyList<SourceLine> own = at < 0 ? [source] : _groups[at];
        if (own.Prepend(source).FirstOrDefault(line => Says(line.Text, found.Text) || Leads(line, found.Text)) is { } whole) return [whole];
        IReadOnlyList<SourceLine> more = at < 0 ? own : [.. _groups.Skip(at).Take(1 + Below).SelectMany(group => group)];
        var joined = _joined.GetValueOrDefault(source, own);
        return Run(own, found.Text) ?? Run(more, found.Text) ?? Run(joined, found.Text) ?? Pair(own, found.Text) ?? Sharing(joined, found.Text) ?? [source];
    }

    /// <summary>Whether a text says the value in one piece: as words, as a date that is written otherwise, or as an address without its scheme.</summary>
    private static bool Says(string text, string value)
    {
        var (folded, wanted) = (AlignedFolding.Fold(text), AlignedFolding.Fold(value));
        for (var start = folded.IndexOf(wanted, StringComparison.Ordinal); start >= 0; start = folded.IndexOf(wanted, start + 1, StringComparison.Ordinal))
        {
            if (IsBreak(folded, start) && IsBreak(folded, start + wanted.Length)) return true;
        }

        return IsDate(value) ? DateParser.Find(text).Any(date => date.From?.ToString() == value || date.To?.ToString() == value)
            : IsAddress(value) && WebAddressParser.Find(text).Any(address => address.Url == value);
    }

    private static bool Leads(SourceLine line, string value) =>
        line.Links.Any(link => WebAddressParser.FromLink(link.Target)?.Url == value || EmailParser.FromLink(link.Target) == value);

    /// <summary>The neighbouring lines whose letters in a row hold those of the value; null when none do.</summary>
    private IReadOnlyList<SourceLine>? Run(IReadOnlyList<SourceLine> lines, string value)
    {
        var wanted = TextFolding.Squash(IsAddress(value) ? value[(value.IndexOf("://", StringComparison.Ordinal) + 3)..] : value);
        if (wanted.Length == 0) return null;
        var all = new StringBuilder();
        var starts = new List<int>();
        foreach (var line in lines)
        {
            starts.Add(all.Length);
            all.Append(LettersOf(line));
        }

        var start = all.ToString().IndexOf(wanted, StringComparison.Ordinal);
        if (start < 0) return null;
        var end = start + wanted.Length;
        return [.. lines.Where((line, i) => starts[i] < end && starts[i] + LettersOf(line).Length > start)];
    }

    /// <summary>Two neighbours that only together say the value, such as a date that was broken in two.</summary>
    private static IReadOnlyList<SourceLine>? Pair(IReadOnlyList<SourceLine> lines, string value) => lines.Zip(lines.Skip(1))
        .Where(pair => Says($"{pair.First.Text} {pair.Second.Text}", value) || Says(pair.First.Text + pair.Second.Text, value))
        .Select(pair => (IReadOnlyList<SourceLine>?)[pair.First, pair.Second]).FirstOrDefault();

    private static List<SourceLine>? Sharing(IReadOnlyList<SourceLine> lines, string value)
    {
        var words = TextFolding.Words(value).ToHashSet(StringComparer.Ordinal);
        var sharing = lines.Where(line => TextFolding.Words(line.Text).Any(words.Contains)).ToList();
        return sharing.Count == 0 ? null : sharing;
    }

    private string LettersOf(SourceLine line)
    {
        if (!_letters.TryGetValue(line, out var letters)) _letters[line] = letters = TextFolding.Squash(line.Text);
        return letters;
    }

    private static List<SourceLine> Distinct(IEnumerable<SourceLine> lines)
    {
        var seen = new HashSet<SourceLine>(ReferenceEqualityComparer.Instance);
        return [.. lines.Where(seen.Add)];
    }

    private static bool IsBreak(string text, int at) => at <= 0 || at >= text.Length || !char.IsLetterOrDigit(text[at - 1]) || !char.IsLetterOrDigit(text[at]);

    private static bool IsDate(string value) => value.Length is 4 or 7 or 10 && value.All(sign => char.IsAsciiDigit(sign) || sign == '-');

    private static bool IsAddress(string value) => value.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || value.StartsWith("https://", StringComparison.OrdinalIgnoreCase);
}
