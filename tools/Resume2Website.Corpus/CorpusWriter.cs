using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Resume2Website.Corpus.Pieces;
using Resume2Website.Corpus.Truth;

namespace Resume2Website.Corpus;

/// <summary>Writes documents, truth, texts, labels and the list of them.</summary>
internal sealed class CorpusWriter(string directory)
{
    // Letters stay as they are, so that a human can read the files.
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, IndentSize = 2, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly JsonSerializerOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly SortedDictionary<string, JsonObject> manifest = new(StringComparer.Ordinal);

    /// <summary>Removes what an earlier run wrote, which would stand beside the new with other truth. Only a folder with a list of documents is touched.</summary>
    public void Clear()
    {
        if (!File.Exists(Path.Combine(directory, "manifest.json"))) return;
        foreach (var folder in new[] { "docs", "truth", "text", "labels" }.Select(name => Path.Combine(directory, name)).Where(Directory.Exists)) Directory.Delete(folder, recursive: true);
    }

    /// <summary>Writes one document; thread-safe.</summary>
    public void Write(CorpusDocument document)
    {
        WriteBytes(document.File, document.Printed.Content);
        WriteText($"text/{document.Id}.txt", string.Concat(document.Printed.Pieces.Select(piece => piece.Text + "\n")));
        if (document.Cv is { } cv)
        {
            WriteText($"truth/{document.Id}.json", TruthJson.Of(cv).ToJsonString(Indented) + "\n");
            WriteText($"labels/{document.Id}.jsonl", string.Concat(document.Printed.Pieces.Select(piece => Label(piece).ToJsonString(Compact) + "\n")));
        }

        lock (manifest) manifest[document.Id] = Entry(document);
    }

    /// <summary>Writes the list of all documents written.</summary>
    public void Finish() => WriteText("manifest.json", new JsonArray([.. manifest.Values]).ToJsonString(Indented) + "\n");

    /// <summary>The label of a piece, as it stands in a file of labels.</summary>
    public static JsonObject Label(Piece piece)
    {
        var label = new JsonObject { ["text"] = piece.Text, ["section"] = Name(piece.Section), ["role"] = Name(piece.Role), ["entry"] = piece.Entry };
        if (piece.Parts.Count > 1) label["parts"] = new JsonArray([.. piece.Parts.Select(part => new JsonObject { ["role"] = Name(part.Role!.Value), ["text"] = part.Text })]);
        return label;
    }

    private static JsonObject Entry(CorpusDocument document) => new()
    {
        ["id"] = document.Id, ["file"] = document.File, ["kind"] = document.Cv is null ? "negative" : "cv", ["format"] = document.Format, ["layout"] = document.Layout,
        ["lang"] = document.Language, ["person"] = document.Person, ["pages"] = document.Printed.Pages, ["bytes"] = document.Printed.Content.Length,
    };

    private static string Name<T>(T value) where T : struct, Enum => value.ToString().ToLowerInvariant();

    private void WriteText(string path, string text) => WriteBytes(path, System.Text.Encoding.UTF8.GetBytes(text));

    private void WriteBytes(string path, byte[] content)
    {
        var file = Path.Combine(directory, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllBytes(file, content);
    }
}
