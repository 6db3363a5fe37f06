namespace Resume2Website.Reader.Pdf;

/// <summary>
/// How far apart letters and words stand in a row, and from which gap on two texts only happen to share a baseline. Justified lines stretch all their
/// spaces alike, so that a gap is wide by comparison with the others of its row.
/// </summary>
internal sealed class RowSpacing
{
    /// <summary>A gap of this many letter sizes is no space between words in any line.</summary>
    private const double AlwaysWide = 1.5;

    /// <summary>From this gap on, in letter sizes, it is compared.</summary>
    private const double MaybeWide = 0.75;

    /// <summary>So many times the usual space of the row is wide.</summary>
    private const double TimesUsual = 2.2;

    private readonly double letterGap;
    private readonly double? usualSpace;

    public RowSpacing(IReadOnlyList<PlacedLetter> letters)
    {
        var gaps = letters.Zip(letters.Skip(1), Gap).Order().ToList();
        letterGap = LetterGap(gaps);
        var spaces = gaps.Where(gap => gap > SpaceFrom).ToList();
        // One gap says nothing about itself.
        usualSpace = spaces.Count > 1 ? spaces[spaces.Count / 4] : null;
    }

    /// <summary>The gap, in letter sizes, from which a space is meant. In letter-spaced text the letters' own distance has to be added.</summary>
    public double SpaceFrom => 0.17 + letterGap;

    /// <summary>The gap between two letters in sizes of the larger one.</summary>
    public static double Gap(PlacedLetter left, PlacedLetter right) => (right.Start - left.End) / Math.Max(left.Size, right.Size);

    /// <summary>Whether two letters belong to different texts.</summary>
    public bool IsWide(PlacedLetter left, PlacedLetter right)
    {
        var gap = Gap(left, right) - letterGap;
        if (gap > AlwaysWide) return true;
        return IsOtherText(left, right, gap) || (gap > MaybeWide && usualSpace is { } usual && gap > TimesUsual * usual);
    }

    /// <summary>A name and the title beside it: other font, other size, and more than a space. Small capitals change only their size.</summary>
    private static bool IsOtherText(PlacedLetter left, PlacedLetter right, double gap)
    {
        var (small, large) = (Math.Min(left.Size, right.Size), Math.Max(left.Size, right.Size));
        return large > 1.12 * small && gap * large > 0.45 * small && left.Letter.FontName != right.Letter.FontName;
    }

    /// <summary>Most gaps of a row are between the letters of words.</summary>
    private static double LetterGap(List<double> sorted) => sorted.Count < 3 ? 0 : Math.Max(0, sorted[sorted.Count / 3]);
}
