namespace Resume2Website.Reader.Pdf;

/// <summary>Puts letters together: by baseline into rows, and rows at their wide gaps into segments.</summary>
internal static class LineAssembler
{
    /// <summary>The segments of a page, in the order in which the page stores them.</summary>
    public static IReadOnlyList<PdfSegment> Assemble(IEnumerable<IReadOnlyList<PlacedLetter>> directions) =>
        [.. directions.SelectMany(letters => Rows(letters).SelectMany(Split)).Where(segment => segment.HasText).OrderBy(segment => segment.Order)];

    private static IEnumerable<List<PlacedLetter>> Rows(IReadOnlyList<PlacedLetter> letters)
    {
        var row = new List<PlacedLetter>();
        foreach (var letter in letters.OrderByDescending(letter => letter.Base))
        {
            if (row.Count > 0 && row[^1].Base - letter.Base > Math.Max(0.6, 0.12 * Math.Min(letter.Size, row[^1].Size)))
            {
                yield return row;
                row = [];
            }

            row.Add(letter);
        }

        if (row.Count > 0) yield return row;
    }

    private static IEnumerable<PdfSegment> Split(List<PlacedLetter> row)
    {
        var letters = WithoutDoubles(row.OrderBy(letter => letter.Start).ThenBy(letter => letter.Order)).ToList();
        var spacing = new RowSpacing([.. letters.Where(letter => !letter.IsSpace)]);
        var segment = new PdfSegment();
        foreach (var letter in letters)
        {
            if (letter.IsSpace)
            {
                segment.AddSpace(letter);
                continue;
            }

            if (segment.HasText && spacing.IsWide(segment.Last, letter) && !segment.IsBullet)
            {
                yield return segment;
                segment = new PdfSegment();
            }

            segment.Add(letter);
        }

        yield return segment;
    }

    /// <summary>Programs without a bold font print every letter twice, a hair apart.</summary>
    private static IEnumerable<PlacedLetter> WithoutDoubles(IEnumerable<PlacedLetter> letters)
    {
        PlacedLetter? last = null;
        foreach (var letter in letters)
        {
            if (last is { } previous && previous.Letter.Value == letter.Letter.Value && letter.Start - previous.Start < 0.1 * letter.Size && letter.End > letter.Start) continue;
            last = letter;
            yield return letter;
        }
    }
}
