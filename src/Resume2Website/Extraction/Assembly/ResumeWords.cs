using System.Text;
using System.Text.Json;
using Resume2Website.Extraction.Parsing;
using Resume2Website.Resumes;

namespace Resume2Website.Extraction.Assembly;

/// <summary>The words that a résumé holds, to see whether a line of the document stands in it.</summary>
internal sealed class ResumeWords
{
    private const double Enough = 0.6;
    private readonly HashSet<string> words = new(StringComparer.Ordinal);
    private readonly StringBuilder squashed = new();
    private string? row;

    /// <summary>The words of all values of a résumé.</summary>
    public ResumeWords(Resume resume) => Add(JsonSerializer.SerializeToElement(resume, ResumeJson.Default.Resume));

    /// <summary>Adds a text.</summary>
    public void Add(string text)
    {
        words.UnionWith(TextFolding.Words(text));
        squashed.Append(TextFolding.Squash(text)).Append('\n');
        row = null;
    }

    /// <summary>Whether a line stands in the résumé: most of its words do, or all its letters in a row.</summary>
    public bool Hold(string line)
    {
        // Dates are rewritten, so they count as placed, and so does what only counts them.
        var undated = DurationParser.Remove(line);
        foreach (var date in DateParser.Find(undated).Reverse()) undated = undated.Remove(date.Start, date.Length);
        var own = TextFolding.Words(undated);
        return own.Count(words.Contains) >= own.Count * Enough || HoldInARow(undated) || HoldInARow(line);
    }

    // Spaces may stand elsewhere than they did: letters that were set apart have become words.
    private bool HoldInARow(string line) => (row ??= squashed.ToString()).Contains(TextFolding.Squash(line), StringComparison.Ordinal);

    private void Add(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.String: Add(element.GetString()!); break;
            case JsonValueKind.Object:
                foreach (var member in element.EnumerateObject()) Add(member.Value);
                break;
            case JsonValueKind.Array:
                foreach (var item in element.EnumerateArray()) Add(item);
                break;
        }
    }
}
