using System.Text.Json;
using System.Text.Json.Nodes;
using Resume2Website.Resumes;

namespace Resume2Website.Sites.Privacy;

/// <summary>The part of a résumé that its owner lets the world see: every file of a site is made from it alone.</summary>
public static class PublicResume
{
    // The summary is one of the basics.
    private static readonly string[] SchemaSections =
        [.. SiteSections.Names.Where(name => name != "summary").Select(SiteSections.FieldOf)];

    /// <summary>Takes out what is hidden, also where a text repeats it, and the control characters that no page should hold.</summary>
    public static Resume Of(Resume resume, SiteOptions options)
    {
        ArgumentNullException.ThrowIfNull(resume);
        ArgumentNullException.ThrowIfNull(options);

        var json = JsonSerializer.SerializeToNode(resume, ResumeJson.Default.Resume)!.AsObject();
        var hidden = HiddenValues.Of(resume, options);
        RemoveHiddenFields(json, options);
        KeepPublicMeta(json);
        Rewrite(json, hidden);
        return json.Deserialize(ResumeJson.Default.Resume)!;
    }

    private static void RemoveHiddenFields(JsonObject json, SiteOptions options)
    {
        foreach (var section in SchemaSections.Where(options.Hides)) json.Remove(section);
        if (json["basics"] is not JsonObject basics) return;

        if (options.Hides("summary")) basics.Remove("summary");
        if (!options.ShowPhone) basics.Remove("phone");
        if (!options.ShowPhoto) basics.Remove("image");
        if (options.Email == EmailVisibility.Hidden) basics.Remove("email");
        if (!options.ShowAddress && basics["location"] is JsonObject location)
        {
            location.Remove("address");
            location.Remove("postalCode");
        }
    }

    // Where a value stood in the uploaded document, and how sure the engine was, is nobody else's business.
    private static void KeepPublicMeta(JsonObject json)
    {
        if (json["meta"] is not JsonObject meta) return;
        foreach (var name in meta.Select(pair => pair.Key).Except(["canonical", "version", "language"]).ToArray()) meta.Remove(name);
    }

    private static void Rewrite(JsonObject node, HiddenValues hidden)
    {
        foreach (var (name, value) in node.ToArray())
        {
            switch (value)
            {
                case JsonObject child:
                    Rewrite(child, hidden);
                    break;
                case JsonArray children:
                    Rewrite(children, hidden);
                    break;
                case JsonValue leaf when leaf.TryGetValue<string>(out var text):
                    if (Cleaned(name, text, hidden) is { } kept) node[name] = kept;
                    else node.Remove(name);
                    break;
            }
        }
    }

    private static void Rewrite(JsonArray nodes, HiddenValues hidden)
    {
        for (var i = nodes.Count - 1; i >= 0; i--)
        {
            switch (nodes[i])
            {
                case JsonObject child:
                    Rewrite(child, hidden);
                    if (!SaysSomething(child)) nodes.RemoveAt(i);
                    break;
                case JsonValue leaf when leaf.TryGetValue<string>(out var text):
                    if (Cleaned("", text, hidden) is { } kept) nodes[i] = kept;
                    else nodes.RemoveAt(i);
                    break;
                case null:
                    nodes.RemoveAt(i);
                    break;
            }
        }
    }

    private static bool SaysSomething(JsonNode? node) => node switch
    {
        JsonObject children => children.Any(child => SaysSomething(child.Value)),
        JsonArray children => children.Any(SaysSomething),
        _ => node is not null,
    };

    private static string? Cleaned(string name, string text, HiddenValues hidden)
    {
        // A picture's bytes may hold anything that looks like a number; they are checked as a picture.
        if (name == "image") return text;
        var clean = PlainText.Clean(text);
        if (clean.Length == 0) return null;
        if (!hidden.AppearIn(clean)) return clean;

        // A link with a piece cut out leads nowhere, or to someone else.
        if (name == "url") return null;
        var rest = PlainText.Clean(hidden.TakeOutOf(clean).Replace("  ", " ", StringComparison.Ordinal));
        return rest.Any(char.IsLetterOrDigit) ? rest : null;
    }
}
