using System.Text.RegularExpressions;
using Resume2Website.Extraction.Layout;
using Resume2Website.Extraction.Lexicon;
using Resume2Website.Extraction.Parsing;

namespace Resume2Website.Extraction.Entries;

/// <summary>Finds the person's name: the largest words of the first page, else the first line that can be one.</summary>
internal static partial class NameFinder
{
    /// <summary>The run that is the name, and how sure it is; null when there is none.</summary>
    public static (LayoutSegment Segment, double Confidence)? Find(LayoutDocument document, IReadOnlyList<CvSection> sections)
    {
        var segments = document.Lines.Where(line => line.Page <= 1 && !line.IsBullet).SelectMany(line => line.Segments).ToList();
        var largest = segments.Where(segment => IsName(segment.Text)).OrderByDescending(segment => segment.Source.FontSize ?? 0).FirstOrDefault();
        if (largest?.Source.FontSize is { } size && size * 2 > document.BodySize * 1.2) return (Whole(largest, segments), IsTypical(largest.Text) ? 0.97 : 0.85);
        var preamble = Segments(sections, CvSection.Preamble);
        var labelled = preamble.Concat(Segments(sections, "contact")).Select(segment => (segment, Match: Labelled().Match(segment.Text))).FirstOrDefault(pair => pair.Match.Success);
        if (labelled.segment is not null) return (labelled.segment with { Text = labelled.Match.Groups["name"].Value.Trim() }, 0.95);
        var first = preamble.Take(4).FirstOrDefault(segment => IsName(segment.Text) && IsTypical(segment.Text)) ?? preamble.Take(2).FirstOrDefault(segment => IsName(segment.Text));
        return first is null ? null : (first, IsTypical(first.Text) ? 0.92 : 0.7);
    }

    /// <summary>The name and label of one run, where a title follows the name: the name ends with the last word that the person's addresses know.</summary>
    public static (string Name, string? Label) Split(string text, IEnumerable<string> addresses)
    {
        var known = string.Concat(addresses.Select(TextFolding.Squash));
        var words = text.Split(' ');
        var end = Array.FindLastIndex(words, word => word.Length > 2 && known.Contains(TextFolding.Squash(word), StringComparison.Ordinal)) + 1;
        var label = string.Join(' ', words.Skip(end));
        return end is > 1 && end < words.Length && WordLexicon.TitleScore(label) > 0 ? (string.Join(' ', words.Take(end)), label) : (text, null);
    }

    /// <summary>Whether a text is what such documents are called, and no name.</summary>
    public static bool IsDocumentTitle(string text) => DocumentTitle().IsMatch(TextFolding.Fold(text).Trim());

    /// <summary>Whether a text is a person's name and nothing else, a form of address aside: every word is a name's, none tells a job, an institution, a place or a section.</summary>
    public static bool IsPerson(string text)
    {
        var name = FormOfAddress().Replace(text, "").Trim();
        var words = name.Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries);
        return words.Length is >= 2 and <= 6 && !OnRequest().IsMatch(TextFolding.Fold(name)) && IsName(name) && IsTypical(name) && !PlaceNames.KnowsAll(name) && HeadingLexicon.Match(name) is null
            && words.All(word => Particle().IsMatch(word) || (char.IsUpper(word[0]) && word.All(letter => char.IsLetter(letter) || letter is '.' or '\'' or '’')));
    }

    private static List<LayoutSegment> Segments(IReadOnlyList<CvSection> sections, string kind) =>
        [.. sections.Where(section => section.Kind == kind).SelectMany(section => section.Lines).SelectMany(line => line.Segments)];

    // A large name may take two lines of its own size.
    private static LayoutSegment Whole(LayoutSegment largest, List<LayoutSegment> segments)
    {
        var index = segments.IndexOf(largest);
        if (largest.Text.Contains(' ', StringComparison.Ordinal) || index + 1 >= segments.Count) return largest;
        var next = segments[index + 1];
        return next.Source.FontSize == largest.Source.FontSize && IsName(next.Text) && next.Text.Split(' ').Length <= 3 ? largest with { Text = $"{largest.Text} {next.Text}" } : largest;
    }

    private static bool IsName(string text)
    {
        if (text.Length is < 3 or > 60 || text.Any(char.IsDigit) || text.IndexOfAny(['@', '/', ':', '|', '•', '“']) >= 0 || text.EndsWith('.') && text.Count(c => c == ' ') > 3) return false;
        var words = text.Split(' ');
        return words.Length <= 7 && !IsDocumentTitle(text) && HeadingLexicon.Match(text) is not { IsExact: true };
    }

    private static bool IsTypical(string text)
    {
        var words = text.Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries);
        return words.Length is >= 2 and <= 6 && char.IsUpper(words[0][0]) && words.Count(word => char.IsUpper(word[0])) >= 2
            && WordLexicon.TitleScore(text) == 0 && WordLexicon.OrganizationScore(text) <= 0;
    }

    [GeneratedRegex(@"^(?:curriculum( vitae)?|cv|c\.v\.|resume|lebenslauf|tabellarischer lebenslauf|curriculo|zyciorys|hoja de vida|europass.*|profil.*|bewerbung.*)$", RegexOptions.CultureInvariant)]
    private static partial Regex DocumentTitle();

    [GeneratedRegex(@"^(?:full name|name|nombre(?: y apellidos)?|nom|naam|nome(?: completo)?|imię i nazwisko|vor- und nachname)\s*[:\t]\s*(?<name>\p{L}.{2,50})$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Labelled();

    // "Available upon request" names nobody.
    [GeneratedRegex(@"\b(?:request|anfrage|demande|peticion|solicitud|pedido|richiesta|aanvraag|verzoek|zyczenie|prosbe)\b", RegexOptions.CultureInvariant)]
    private static partial Regex OnRequest();

    [GeneratedRegex(@"^(?:(?:Mr|Mrs|Ms|Miss|Mx|Sir|Dame|Dr|Prof|Professor|Herr|Frau|Monsieur|Madame|Mme|Mlle|M|Sra?|Srta|Don|Doña|Sig|Signora?|Dott|Dott\.ssa|Dhr|Mevr|Mevrouw|De heer|Drs|Pan|Pani|Ing|Dipl\.-Ing|Rev)\.?\s+)+", RegexOptions.CultureInvariant)]
    private static partial Regex FormOfAddress();

    [GeneratedRegex(@"^(?:de|del|della|der|den|di|da|do|dos|das|du|la|le|van|von|zu|ten|ter|y|e|af|bin|al)$", RegexOptions.CultureInvariant)]
    private static partial Regex Particle();
}
