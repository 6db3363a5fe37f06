using System.Globalization;
using Resume2Website.Documents;
using Resume2Website.Reader.Lines;
using UglyToad.PdfPig.Content;

namespace Resume2Website.Reader.Pdf;

/// <summary>Letters that stand together on one line.</summary>
internal sealed class PdfSegment
{
    private readonly List<PlacedLetter> letters = [];
    private readonly HashSet<int> printedSpaces = [];

    /// <summary>Whether it holds anything but spaces.</summary>
    public bool HasText => letters.Count > 0;

    /// <summary>Whether it is a bullet that waits for its item.</summary>
    public bool IsBullet => letters is [{ Letter.Value: [var bullet] }] && Bullets.IsGlyph(bullet);

    /// <summary>Its last letter.</summary>
    public PlacedLetter Last => letters[^1];

    /// <summary>The number of its first letter in the page's content.</summary>
    public int Order => letters.Min(letter => letter.Order);

    /// <summary>Adds a letter.</summary>
    public void Add(PlacedLetter letter) => letters.Add(letter);

    /// <summary>Adds a space that the page itself prints.</summary>
    public void AddSpace(PlacedLetter space)
    {
        if (letters.Count > 0 && space.End >= Last.End - (0.2 * space.Size)) printedSpaces.Add(letters.Count);
    }

    /// <summary>The line.</summary>
    public SourceLine ToLine(Page page, IReadOnlyList<PageLink> links)
    {
        var pieces = new List<LinePiece>(letters.Count);
        var spaceFrom = new RowSpacing(letters).SpaceFrom;
        for (var i = 0; i < letters.Count; i++)
        {
            var letter = letters[i];
            var isApart = i > 0 && (printedSpaces.Contains(i) || RowSpacing.Gap(letters[i - 1], letter) > spaceFrom);
            var link = PageLink.At(links, letter.Letter)?.Target;
            if (isApart) pieces.Add(new LinePiece(" ", Link: link is not null && link == PageLink.At(links, letters[i - 1].Letter)?.Target ? link : null));
            pieces.Add(new LinePiece(letter.Letter.Value, IsBold(letter.Letter), IsItalic(letter.Letter), link));
        }

        var line = new StyledLine();
        foreach (var piece in ReadingOrder.Of(pieces)) line.Append(piece.Text, piece.IsBold, piece.IsItalic, piece.Link);
        var isItem = Bullets.TryStrip(line.ToLine().Text, out _) && Bullets.IsGlyph(line.ToLine().Text[0]);
        var read = isItem ? line.ToLine(text => Bullets.TryStrip(text, out var item) ? item : text) : line.ToLine();
        return read with
        {
            Page = page.Number,
            Role = isItem ? SourceLineRole.ListItem : SourceLineRole.Body,
            Level = isItem ? 1 : 0,
            Box = Box(page, isItem ? letters.Skip(1) : letters),
            FontSize = letters.GroupBy(letter => Math.Round(letter.Size, 1)).MaxBy(group => group.Count())!.Key,
            Color = LetterColor.Of(letters[letters.Count / 2].Letter),
        };
    }

    private static SourceBox Box(Page page, IEnumerable<PlacedLetter> letters)
    {
        var corners = letters.SelectMany(letter => Corners(letter)).ToList();
        var (left, right) = (corners.Min(corner => corner.X), corners.Max(corner => corner.X));
        var (bottom, top) = (corners.Min(corner => corner.Y), corners.Max(corner => corner.Y));
        return new SourceBox(Math.Round(left, 2), Math.Round(page.Height - top, 2), Math.Round(right - left, 2), Math.Round(top - bottom, 2));
    }

    /// <summary>The rectangle from descender to ascender, not the glyph's own: so all lines of a size have the same height.</summary>
    private static IEnumerable<(double X, double Y)> Corners(PlacedLetter placed)
    {
        var (start, end) = (placed.Letter.StartBaseLine, placed.Letter.EndBaseLine);
        var length = Math.Max(Math.Sqrt(Math.Pow(end.X - start.X, 2) + Math.Pow(end.Y - start.Y, 2)), 0.01);
        var (upX, upY) = (-(end.Y - start.Y) / length, (end.X - start.X) / length);
        foreach (var point in new[] { start, end })
        {
            yield return (point.X + (upX * 0.75 * placed.Size), point.Y + (upY * 0.75 * placed.Size));
            yield return (point.X - (upX * 0.22 * placed.Size), point.Y - (upY * 0.22 * placed.Size));
        }
    }

    private static bool IsBold(Letter letter) => letter.FontDetails is { } font && (font.IsBold || font.Weight >= 600 || NameSays(font.Name, "bold", "black", "heavy", "demi", "-medi", "cmbx", "sfbx", "ecbx") && !NameSays(font.Name, "medium"));

    private static bool IsItalic(Letter letter) => letter.FontDetails is { } font && (font.IsItalic || NameSays(font.Name, "italic", "oblique"));

    private static bool NameSays(string? name, params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (name is not null && CultureInfo.InvariantCulture.CompareInfo.IndexOf(name, word, CompareOptions.OrdinalIgnoreCase) >= 0) return true;
        }

        return false;
    }
}
