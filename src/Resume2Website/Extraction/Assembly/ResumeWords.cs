using System.Text.Json;
using Resume2Website.Extraction.Parsing;
using Resume2Website.Resumes;

namespace Resume2Website.Extraction.Assembly;

/// <summary>The words of a résumé.</summary>
internal static class ResumeWords
{
    /// <summary>All words of all its values, folded.</summary>
    public static HashSet<string> Of(Resume resume)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        Add(JsonSerializer.SerializeToElement(resume, ResumeJson.Default.Resume), words);
        return words;
    }

    private static void Add(JsonElement element, HashSet<string> words)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.String: words.UnionWith(TextFolding.Words(element.GetString()!)); break;
            case JsonValueKind.Object:
                foreach (var member in element.EnumerateObject()) Add(member.Value, words);
                break;
            case JsonValueKind.Array:
                foreach (var item in element.EnumerateArray()) Add(item, words);
                break;
        }
    }
}
