using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using LiveWorkflows.Errors;
using Resume2Website.Documents;
using Resume2Website.Resumes;

namespace Resume2Website.Stages;

/// <summary>How much text a résumé in JSON may hold: as much as a document may, and no field so much that it is dear to lay out.</summary>
/// <remarks>
/// What was read from a document may stay as it was read, whatever its size: its owner would otherwise be refused for what they did not write.
/// The photo is judged where it is decoded, and <c>meta</c> is never shown.
/// </remarks>
internal sealed class ResumeLimits
{
    /// <summary>Characters of all texts together.</summary>
    public const int AllCharacters = DocumentJoin.MostCharacters;

    /// <summary>Characters of a text that is written in sentences.</summary>
    public const int Prose = 20_000;

    /// <summary>Characters of every other text: names, places, addresses of pages.</summary>
    public const int Phrase = 2_000;

    /// <summary>Entries of one list.</summary>
    public const int Entries = 1_000;

    /// <summary>Entries of all lists together: as many as a document may have lines.</summary>
    public const int AllEntries = 5_000;

    private static readonly HashSet<string> ProseFields = new(StringComparer.Ordinal) { "summary", "x-summary", "description", "reference", "highlights", "lines" };

    private readonly HashSet<string> _known = new(StringComparer.Ordinal);
    private long _mostCharacters = AllCharacters;
    private int _mostEntries = Entries;
    private long _mostEntriesOfAll = AllEntries;

    private ResumeLimits()
    {
    }

    /// <summary>The limits of a résumé that nothing is known of.</summary>
    public static ResumeLimits OfNewOne { get; } = new();

    /// <summary>The limits of a résumé that is an edit of another, and can become again what was read.</summary>
    public static ResumeLimits OfEdit(Resume before, Resume read)
    {
        var limits = new ResumeLimits();
        foreach (var known in new[] { before, read }.Distinct(ReferenceEqualityComparer.Instance).Cast<Resume>())
        {
            var count = new Count();
            Walk(JsonElement.Parse(ResumeFile.Write(known)), ResumeJson.Default.Resume, "", "", (_, _, text) => limits._known.Add(text), (_, entries) => limits._mostEntries = Math.Max(limits._mostEntries, entries), count);
            limits._mostCharacters = Math.Max(limits._mostCharacters, count.Characters);
            limits._mostEntriesOfAll = Math.Max(limits._mostEntriesOfAll, count.Entries);
        }

        return limits;
    }

    /// <exception cref="WorkflowException">There is more in it than may be; the sentence names the place and the limit.</exception>
    public void Check(JsonElement resume)
    {
        var count = new Count();
        Walk(resume, ResumeJson.Default.Resume, "", "", CheckText, CheckList, count);
        if (count.Characters > _mostCharacters) throw TooLarge($"Its texts have {Number(count.Characters)} characters together; {Number(_mostCharacters)} are allowed.");
        if (count.Entries > _mostEntriesOfAll) throw TooLarge($"Its lists have {Number(count.Entries)} entries together; {Number(_mostEntriesOfAll)} are allowed.");
    }

    private void CheckText(string place, string field, string text)
    {
        var most = ProseFields.Contains(field) ? Prose : Phrase;
        if (text.Length > most && !_known.Contains(text)) throw TooLarge($"The text at {place} has {Number(text.Length)} characters; {Number(most)} are allowed there.");
    }

    private void CheckList(string place, int entries)
    {
        if (entries > _mostEntries) throw TooLarge($"The list at {place} has {Number(entries)} entries; {Number(_mostEntries)} are allowed in one.");
    }

    // Only the fields that a résumé has: the others are left out of it, and their names could hold words of the person.
    private static void Walk(JsonElement element, JsonTypeInfo type, string place, string field, Action<string, string, string> onText, Action<string, int> onList, Count count)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object when type.Kind == JsonTypeInfoKind.Object:
                foreach (var child in element.EnumerateObject())
                {
                    var inner = place.Length == 0 ? child.Name : $"{place}.{child.Name}";
                    if (inner is "meta" or "basics.image" || type.Properties.FirstOrDefault(property => property.Name == child.Name) is not { } known) continue;
                    Walk(child.Value, type.Options.GetTypeInfo(known.PropertyType), inner, child.Name, onText, onList, count);
                }

                break;
            case JsonValueKind.Array when type is { Kind: JsonTypeInfoKind.Enumerable, ElementType: { } item }:
                var entries = element.GetArrayLength();
                count.Entries += entries;
                onList(place, entries);
                foreach (var (index, entry) in element.EnumerateArray().Index())
                    Walk(entry, type.Options.GetTypeInfo(item), string.Create(CultureInfo.InvariantCulture, $"{place}[{index}]"), field, onText, onList, count);
                break;
            case JsonValueKind.String:
                var text = element.GetString()!;
                count.Characters += text.Length;
                onText(place, field, text);
                break;
        }
    }

    private static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private static WorkflowException TooLarge(string sentence) => new(StageErrors.ResumeTooLarge with { Message = sentence });

    private sealed class Count
    {
        public long Characters { get; set; }

        public long Entries { get; set; }
    }
}
