using System.Text.Json;
using Resume2Website.Extraction.Parsing;

namespace Resume2Website.Training;

/// <summary>A piece of text that the corpus says was printed, and what it is.</summary>
/// <param name="Squashed">Its letters and digits, folded.</param>
/// <param name="Section">Its section.</param>
/// <param name="Role">What it is in its section.</param>
/// <param name="Entry">The index of its entry in the section; -1 for none.</param>
internal sealed record PrintedPiece(string Squashed, string Section, string Role, int Entry)
{
    /// <summary>The pieces of a label file, in print order.</summary>
    public static IReadOnlyList<PrintedPiece> Read(string file) => [.. File.ReadLines(file).Where(line => line.Length > 0).Select(Parse).Where(piece => piece.Squashed.Length > 0)];

    private static PrintedPiece Parse(string line)
    {
        using var json = JsonDocument.Parse(line);
        var root = json.RootElement;
        return new PrintedPiece(
            TextFolding.Squash(root.GetProperty("text").GetString()!), root.GetProperty("section").GetString()!, root.GetProperty("role").GetString()!, root.GetProperty("entry").GetInt32());
    }
}
