using System.Text.Json;
using System.Text.Json.Nodes;
using Resume2Website.Resumes;

namespace Resume2Website.Sites.Gates;

/// <summary>Every text of a résumé with its JSON pointer; how it came about left aside.</summary>
internal static class ResumeValues
{
    public static IEnumerable<(string Pointer, string Text)> Of(Resume resume)
    {
        var json = JsonSerializer.SerializeToNode(resume, ResumeJson.Default.Resume)!.AsObject();
        json.Remove("meta");
        return Walk("", json);
    }

    private static IEnumerable<(string Pointer, string Text)> Walk(string pointer, JsonNode? node) => node switch
    {
        JsonObject children => children.SelectMany(child => Walk($"{pointer}/{child.Key}", child.Value)),
        JsonArray children => children.SelectMany((child, index) => Walk($"{pointer}/{index}", child)),
        JsonValue leaf when leaf.TryGetValue<string>(out var text) => [(pointer, text)],
        _ => [],
    };
}
