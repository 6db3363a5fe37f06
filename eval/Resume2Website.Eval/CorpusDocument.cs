using System.Text.Json;

namespace Resume2Website.Eval;

/// <summary>A document of a corpus.</summary>
/// <param name="Id">Its name.</param>
/// <param name="File">Its file.</param>
/// <param name="Groups">What it is counted under: its format, its language.</param>
internal sealed record CorpusDocument(string Id, string File, IReadOnlyList<string> Groups)
{
    /// <summary>The documents of a directory: those of its manifest, or every file in <c>docs/</c> under its ending.</summary>
    public static IReadOnlyList<CorpusDocument> In(string directory)
    {
        var manifest = Path.Combine(directory, "manifest.json");
        if (!System.IO.File.Exists(manifest))
        {
            return [.. Directory.EnumerateFiles(Path.Combine(directory, "docs")).Order(StringComparer.Ordinal)
                .Select(file => new CorpusDocument(Path.GetFileNameWithoutExtension(file), file, [$"format {Path.GetExtension(file).TrimStart('.')}"]))];
        }

        using var json = JsonDocument.Parse(System.IO.File.ReadAllBytes(manifest));
        return [.. json.RootElement.EnumerateArray().Select(item =>
            new CorpusDocument(item.GetProperty("id").GetString()!, Path.Combine(directory, item.GetProperty("file").GetString()!), [.. Named(item, "format"), .. Named(item, "lang")]))];
    }

    private static IEnumerable<string> Named(JsonElement item, string property) =>
        item.TryGetProperty(property, out var value) && value.GetString() is { Length: > 0 } text ? [$"{(property == "lang" ? "language" : property)} {text}"] : [];
}
