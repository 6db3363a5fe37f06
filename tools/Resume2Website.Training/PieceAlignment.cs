using Resume2Website.Documents;
using Resume2Website.Extraction.Parsing;

namespace Resume2Website.Training;

/// <summary>Finds for each line of a document the pieces that were printed in it.</summary>
/// <remarks>A piece may be wrapped over several lines, and a line may hold several pieces. Where texts repeat, the one nearest in print order is taken.</remarks>
internal sealed class PieceAlignment
{
    private const int ShortestPart = 3;
    private readonly IReadOnlyList<PrintedPiece> _pieces;
    private readonly int[] _taken;
    private int _next;

    private PieceAlignment(IReadOnlyList<PrintedPiece> pieces) => (_pieces, _taken) = (pieces, new int[pieces.Count]);

    /// <summary>The pieces by the number of the line that they stand in.</summary>
    public static IReadOnlyDictionary<int, IReadOnlyList<PrintedPiece>> Of(SourceDocument document, IReadOnlyList<PrintedPiece> pieces)
    {
        var alignment = new PieceAlignment(pieces);
        return document.Lines.ToDictionary(line => line.Number, line => alignment.In(TextFolding.Squash(line.Text)));
    }

    private IReadOnlyList<PrintedPiece> In(string line)
    {
        if (line.Length == 0) return [];
        // The whole piece in the line, or the whole line in the piece.
        var found = Enumerable.Range(0, _pieces.Count)
            .Where(i => Contains(line, _pieces[i].Squashed) || Contains(_pieces[i].Squashed, line))
            .OrderByDescending(i => Math.Min(line.Length, _pieces[i].Squashed.Length) / 4)
            .ThenBy(i => _taken[i] * 50 + Math.Abs(i - _next))
            .ToList();
        var (chosen, covered) = (new List<int>(), 0);
        foreach (var i in found)
        {
            var length = _pieces[i].Squashed.Length;
            if (covered > 0 && covered + length > line.Length) continue;
            if (chosen.Exists(other => _pieces[other].Squashed.Contains(_pieces[i].Squashed, StringComparison.Ordinal))) continue;
            chosen.Add(i);
            covered += length;
            if (covered >= line.Length) break;
        }

        if (chosen.Count == 0) return [];
        chosen.Sort();
        foreach (var i in chosen.Where(i => _pieces[i].Squashed.Length <= line.Length)) _taken[i]++;
        _next = chosen[^1] + (_pieces[chosen[^1]].Squashed.Length <= line.Length ? 1 : 0);
        return [.. chosen.Select(i => _pieces[i])];
    }

    private static bool Contains(string text, string part) => part.Length >= Math.Min(ShortestPart, text.Length) && text.Contains(part, StringComparison.Ordinal);
}
