using System.Globalization;
using System.Text;
using Resume2Website.Documents;
using Resume2Website.Extraction.Parsing;
using UglyToad.PdfPig.Content;

namespace Resume2Website.Reader.Pdf;

/// <summary>Judges the text that a PDF holds: whether it says what its pages show, or has to be recognized from their pictures.</summary>
internal static class TextLayer
{
    /// <summary>From this share of letters that stand for nothing on, a page's text is no text.</summary>
    private const double MostUnmapped = 0.3;

    /// <summary>A page of fewer words that is covered by a picture is a scan with a stamp on it.</summary>
    private const int FewWords = 12;

    /// <summary>A page of more paths and no letter has its text drawn as outlines; fewer are rules and ornaments.</summary>
    private const int ManyPaths = 60;

    /// <summary>From this share of the page on, a picture covers it.</summary>
    private const double Covering = 0.5;

    /// <summary>A document of fewer words may be in any language, or in none.</summary>
    private const int EnoughWords = 60;

    /// <summary>No text has so few small words, whatever its language.</summary>
    private const double HardlyAny = 0.01;

    /// <summary>Lists and names have few small words; they have vowels then.</summary>
    private const double Few = 0.12;

    /// <summary>The share of vowels, below which no language is.</summary>
    private const double FewestVowels = 0.3;

    /// <summary>Whether a page has to be recognized: its letters cannot be mapped to text, or it has hardly any and shows pictures.</summary>
    public static bool IsMissing(Page page, IReadOnlyList<SourceLine> lines)
    {
        var letters = page.Letters.Where(letter => letter.Value is null || !string.IsNullOrWhiteSpace(letter.Value)).ToList();
        if (letters.Count(letter => IsUnmapped(letter.Value)) > MostUnmapped * letters.Count) return true;
        if (lines.Count == 0) return page.NumberOfImages > 0 || page.Paths.Count > ManyPaths;
        return lines.Sum(line => line.Text.Split(' ').Length) < FewWords && CoveredShare(page) >= Covering;
    }

    /// <summary>Whether a whole document's text has no word of any language, as that of fonts has whose letters are mapped to others.</summary>
    public static bool IsNonsense(IReadOnlyList<SourceLine> lines)
    {
        var words = lines.SelectMany(line => line.Text.Split(' ')).Where(word => word.Length > 1 && word.All(IsLatin)).ToList();
        if (words.Count < EnoughWords) return false;
        var small = LanguageDetector.SmallWords(words);
        return small < HardlyAny || (small < Few && !HasVowels(words));
    }

    private static bool HasVowels(List<string> words) =>
        TextFolding.Fold(string.Concat(words)) is var letters && letters.Count(letter => letter is 'a' or 'e' or 'i' or 'o' or 'u' or 'y') is var vowels && vowels >= FewestVowels * letters.Length;

    private static bool IsUnmapped(string? value) => string.IsNullOrEmpty(value) || value.EnumerateRunes().All(rune => rune.Value == 0xFFFD
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned);

    private static bool IsLatin(char character) => character is < '\u0250' and not ' ';

    private static double CoveredShare(Page page) => page.NumberOfImages == 0 ? 0
        : page.GetImages().Select(image => image.BoundingBox).Select(box => Math.Abs(box.Width * box.Height)).DefaultIfEmpty().Max() / Math.Max(1, page.Width * page.Height);
}
