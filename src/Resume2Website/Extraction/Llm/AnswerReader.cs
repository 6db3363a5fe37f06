using System.Text.Json;
using Resume2Website.Extraction.Entries;
using Resume2Website.Extraction.Layout;
using Resume2Website.Extraction.Parsing;

namespace Resume2Website.Extraction.Llm;

/// <summary>Reads the sections of answers. Only what stands in the document comes through; everything else is counted and dropped.</summary>
/// <param name="lines">The document.</param>
/// <param name="confirmed">The squashed values that another engine found too.</param>
internal sealed class AnswerReader(NumberedLines lines, IReadOnlySet<string> confirmed)
{
    private const double Confirmed = 0.97;

    /// <summary>With more than this share of values that stand nowhere, a section is not believed at all.</summary>
    private const double MostDropped = 0.34;

    private readonly HashSet<int> _placed = [];
    private int _kept;
    private int _lost;

    /// <summary>How many values were dropped, in all sections.</summary>
    public int Dropped { get; private set; }

    /// <summary>A section's entries; null when the answer has no such section, or too much of it is not in the document.</summary>
    public IReadOnlyList<EntryAnswer>? Read(JsonElement answer, SectionShape section)
    {
        if (answer.ValueKind != JsonValueKind.Object || !answer.TryGetProperty(section.Name, out var entries) || entries.ValueKind != JsonValueKind.Array) return null;
        (_kept, _lost) = (0, 0);
        var before = _placed.ToHashSet();
        List<EntryAnswer> read = [.. entries.EnumerateArray().Select(entry => Entry(entry, section)).Where(entry => !entry.IsEmpty)];
        Dropped += _lost;
        if (_lost <= (_kept + _lost) * MostDropped) return read;
        _placed.IntersectWith(before);
        return null;
    }

    private EntryAnswer Entry(JsonElement entry, SectionShape section)
    {
        if (entry.ValueKind != JsonValueKind.Object) _lost++;
        var values = section.Spans.Select(name => (name, Found: Value(entry, name))).Where(pair => pair.Found is not null);
        return new EntryAnswer(
            values.ToDictionary(pair => pair.name, pair => pair.Found!, StringComparer.Ordinal),
            section.Lists.ToDictionary(name => name, name => Items(entry, name).Select(Span).OfType<Found>().ToList(), StringComparer.Ordinal),
            section.Lines.ToDictionary(name => name, name => Items(entry, name).Select(Line).OfType<LayoutLine>().ToList(), StringComparer.Ordinal));
    }

    private Found? Value(JsonElement entry, string name) => Member(entry, name) is { } span ? Span(span) : null;

    private List<JsonElement> Items(JsonElement entry, string name)
    {
        if (Member(entry, name) is not { } items) return [];
        if (items.ValueKind == JsonValueKind.Array) return [.. items.EnumerateArray()];
        _lost++;
        return [];
    }

    private Found? Span(JsonElement span)
    {
        var found = Member(span, "line") is { } line && NumberOf(line) is { } number && Member(span, "text") is { ValueKind: JsonValueKind.String } text
            ? lines.Find(number, text.GetString()!) : null;
        return Count(found is not null && confirmed.Contains(TextFolding.Squash(found.Text)) ? found with { Confidence = Confirmed } : found);
    }

    // A line stands in one entry only, however often it is named.
    private LayoutLine? Line(JsonElement number) =>
        Count(NumberOf(number) is { } line && lines[line] is { } found && found.Text.Trim().Length > 0 && _placed.Add(line) ? found : null);

    private T? Count<T>(T? found) where T : class
    {
        if (found is null) _lost++;
        else _kept++;
        return found;
    }

    private static JsonElement? Member(JsonElement entry, string name) =>
        entry.ValueKind == JsonValueKind.Object && entry.TryGetProperty(name, out var member) && member.ValueKind != JsonValueKind.Null ? member : null;

    private static int? NumberOf(JsonElement number) => number.ValueKind == JsonValueKind.Number && number.TryGetInt32(out var value) ? value : null;
}
