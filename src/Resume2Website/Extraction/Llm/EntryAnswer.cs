using Resume2Website.Extraction.Entries;
using Resume2Website.Extraction.Layout;

namespace Resume2Website.Extraction.Llm;

/// <summary>An entry of an answer, once everything in it was found in the document.</summary>
/// <param name="Values">The values by name.</param>
/// <param name="Lists">The values of which there are several, by name.</param>
/// <param name="Texts">The lines of texts, by name.</param>
internal sealed record EntryAnswer(
    IReadOnlyDictionary<string, Found> Values, IReadOnlyDictionary<string, List<Found>> Lists, IReadOnlyDictionary<string, List<LayoutLine>> Texts)
{
    /// <summary>Whether nothing of it was found.</summary>
    public bool IsEmpty => Values.Count == 0 && Lists.Values.All(list => list.Count == 0) && Texts.Values.All(text => text.Count == 0);

    /// <summary>A value; null when it is not known.</summary>
    public Found? Value(string name) => Values.GetValueOrDefault(name);

    /// <summary>The values of a list.</summary>
    public List<Found> List(string name) => Lists.GetValueOrDefault(name) ?? [];

    /// <summary>The lines of a text.</summary>
    public List<LayoutLine> Text(string name) => Texts.GetValueOrDefault(name) ?? [];
}
