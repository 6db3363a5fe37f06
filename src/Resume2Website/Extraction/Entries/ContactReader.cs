using System.Text.RegularExpressions;
using Resume2Website.Documents;
using Resume2Website.Extraction.Layout;
using Resume2Website.Extraction.Lexicon;
using Resume2Website.Extraction.Parsing;

namespace Resume2Website.Extraction.Entries;

/// <summary>Reads name, label, mail, phone, place and profiles from the lines that hold them.</summary>
internal sealed partial class ContactReader
{
    private const int LongestLabel = 100;
    private readonly LayoutDocument document;
    private readonly IReadOnlyList<CvSection> sections;
    private readonly List<LayoutLine> zone;

    private ContactReader(LayoutDocument document, IReadOnlyList<CvSection> sections)
    {
        this.document = document;
        this.sections = sections;
        zone = [.. sections.Where(section => section.Kind is CvSection.Preamble or "contact" or "links").SelectMany(section => section.Lines)];
    }

    /// <summary>Everything about the person.</summary>
    public static ContactDraft Read(LayoutDocument document, IReadOnlyList<CvSection> sections) => new ContactReader(document, sections).Read();

    private ContactDraft Read()
    {
        var name = NameFinder.Find(document, sections);
        var pieces = Pieces().ToList();
        var addresses = Addresses();
        var email = FindEmail();
        Found? label = null;
        if (name is { } run && NameFinder.Split(run.Segment.Text, [email?.Text ?? "", .. addresses.Select(pair => pair.Address.Path)]) is { Label: { } title } parts)
        {
            name = (run.Segment with { Text = parts.Name }, run.Confidence);
            label = new Found(title, run.Segment.Source, 0.85);
        }

        label ??= FindLabel(name?.Segment);
        var profiles = addresses.Where(pair => ProfileNetworks.IsProfile(pair.Address)).DistinctBy(pair => (pair.Address.Host, pair.Address.Path)).ToList();
        var own = addresses.FirstOrDefault(pair => ProfileNetworks.Of(pair.Address.Host) is null && !pair.Address.Path.Contains('/', StringComparison.Ordinal));
        return new ContactDraft
        {
            Name = name is { } found ? new Found(found.Segment.Text, found.Segment.Source, found.Confidence) : null,
            Label = label,
            Email = email,
            Phone = FindPhone(pieces),
            Url = own.Evidence is null ? null : own.Evidence with { Text = own.Address.Url },
            Location = FindLocation(pieces.Where(piece => piece.Text != name?.Segment.Text && piece.Text != label?.Text)),
            Profiles = profiles,
            Summary = FindSummary(name?.Segment, label),
        };
    }

    private IEnumerable<LayoutSegment> Pieces() => zone.SelectMany(line => line.Segments).SelectMany(segment =>
        Separators().Split(Masked(segment.Text)).Select(text => Label().Replace(text.Trim(), "").Trim(' ', ',', '-')).Where(text => text.Length > 0).Select(text => segment with { Text = text }));

    // An address or number ends what stands before it, whether or not a sign parts them.
    private static string Masked(string text)
    {
        text = WebAddressParser.Remove(EmailParser.Remove(text));
        return PhoneParser.Find(text) is { } phone ? text.Replace(phone.Number, $"\t{phone.Number}\t", StringComparison.Ordinal) : text;
    }

    private Found? FindEmail()
    {
        foreach (var line in zone.Concat(document.Lines))
        {
            if (line.Links.Select(link => EmailParser.FromLink(link.Target)).FirstOrDefault(address => address is not null) is { } linked) return new Found(linked, line.First, 0.99);
            if (EmailParser.Find(line.Text) is { } address) return new Found(address, line.First, 0.98);
        }

        return null;
    }

    private static Found? FindPhone(List<LayoutSegment> pieces) => pieces
        .Select(piece => (piece, Phone: PhoneParser.Find(WebAddressParser.Remove(EmailParser.Remove(piece.Text)))))
        .Where(pair => pair.Phone is not null)
        .Select(pair => new Found(pair.Phone!.Value.Number, pair.piece.Source, pair.Phone.Value.Confidence))
        .FirstOrDefault();

    private static (PostalAddress, Found)? FindLocation(IEnumerable<LayoutSegment> pieces)
    {
        var places = pieces
            // "(Mobile)" tells of the number beside it.
            .Where(piece => !NameFinder.IsDocumentTitle(piece.Text) && piece.Text is not ['(', .., ')'])
            .Where(piece => EmailParser.Find(piece.Text) is null && WebAddressParser.Find(piece.Text).Count == 0 && ProfileNetworks.Named(piece.Text) is null && PhoneParser.Find(piece.Text) is null)
            .Select(piece => (piece, Address: PostalParser.Parse(piece.Text))).Where(pair => pair.Address is not null).ToList();
        if (places.Count == 0) return null;
        var (piece, address) = places.OrderByDescending(pair => (pair.Address!.IsCertain ? 1 : 0) + (PlaceNames.Knows(pair.Address.City) ? 2 : 0)).First();
        return (address!, new Found(piece.Text, piece.Source, address!.IsCertain || PlaceNames.Knows(address.City) ? 0.93 : 0.7));
    }

    private List<(WebAddress Address, Found Evidence)> Addresses()
    {
        var all = new List<(WebAddress, Found)>();
        foreach (var line in zone.Concat(document.Lines.Where(IsBareProfile)))
        {
            var linked = line.Links.Select(link => WebAddressParser.FromLink(link.Target)).OfType<WebAddress>().ToList();
            all.AddRange(linked.Select(address => (address, new Found(address.Url, line.First, 0.97))));
            all.AddRange(WebAddressParser.Find(EmailParser.Remove(line.Text))
                .Where(address => !linked.Exists(other => other.Host.EndsWith(address.Host, StringComparison.Ordinal) || (other.Path.Length > 0 && address.Path.StartsWith(other.Path, StringComparison.Ordinal))))
                .Select(address => (address, new Found(address.Url, line.First, 0.94))));
        }

        return [.. all.DistinctBy(pair => (pair.Item1.Host, pair.Item1.Path))];
    }

    // A line that is nothing but a profile belongs to the person wherever it stands.
    private static bool IsBareProfile(LayoutLine line) =>
        (ProfileNetworks.Named(line.Text) is not null && line.Links.Any()) || (EntryBody.IsAddress(line.Text) && ProfileNetworks.IsProfile(WebAddressParser.Find(line.Text)[0]));

    // The label stands below or beside the name.
    private Found? FindLabel(LayoutSegment? name)
    {
        if (name is null) return null;
        var segments = document.Lines.SelectMany(line => line.Segments).ToList();
        var index = segments.FindIndex(segment => segment.Source == name.Source);
        return segments.Skip(index + 1).Take(3)
            .Where(segment => !name.Text.EndsWith(segment.Text, StringComparison.Ordinal))
            .Select((segment, distance) => (segment, distance))
            .Where(pair => zone.Exists(line => line.Segments.Contains(pair.segment)) && IsLabel(pair.segment.Text))
            .Where(pair => pair.distance == 0 || WordLexicon.TitleScore(pair.segment.Text) > 0)
            .Select(pair => new Found(pair.segment.Text, pair.segment.Source, WordLexicon.TitleScore(pair.segment.Text) > 0 ? 0.92 : 0.7))
            .FirstOrDefault();
    }

    private static bool IsLabel(string text) =>
        text.Length is > 2 and <= LongestLabel && !text.EndsWith('.') && !text.Any(char.IsDigit) && EmailParser.Find(text) is null && WebAddressParser.Find(text).Count == 0
        && !Label().IsMatch(text) && ProfileNetworks.Named(text) is null
        && !PlaceNames.Knows(text) && (WordLexicon.TitleScore(text) > 0 || PostalParser.Parse(text) is not { IsCertain: true });

    private Found? FindSummary(LayoutSegment? name, Found? label)
    {
        var texts = sections.Where(section => section.Kind == CvSection.Preamble).SelectMany(section => section.Lines)
            .Where(line => line.Segments.Count == 1 && line.Text != label?.Text && line.First != name?.Source && IsProse(line.Text))
            .ToList();
        return texts.Count == 0 ? null : new Found(string.Join(' ', texts.Select(line => line.Text)), texts[0].First, 0.85) { Parts = [.. texts.Select(line => new Found(line.Text, line.First, 0.85))] };
    }

    private static bool IsProse(string text) =>
        EmailParser.Find(text) is null && WebAddressParser.Find(text).Count == 0 && PhoneParser.Find(text) is null
        && (text.Length > 70 || (text.Length > 8 && text.EndsWith('.') && text.Contains(' ', StringComparison.Ordinal)));

    // "0170 / 123456": a slash behind a dialling code parts nothing.
    [GeneratedRegex(@"\t|\s*[|•·▪∙●◆◇■]\s*|\s+[–—]\s+|\s{2,}|(?<!(?<!\d)\(?(?:0|\+\d{1,3} ?)\d{1,5}\)?)\s/\s|\s/\s(?!\d)|,\s+(?=\p{L}[\p{L}-]{1,14}:\s)", RegexOptions.CultureInvariant)]
    private static partial Regex Separators();

    [GeneratedRegex(@"^(?:e-?mail|mail|correo(?: electrónico)?|courriel|phone|telephone|tel(?:efon|efoon|éfono|efone|\.)?|mobile?|mobil(?:e|telefon|nr\.)?|móvil|celular|telemóvel|portable|handy|cell|address|adresse|anschrift|dirección|endereço|morada|adres|indirizzo|residenza|residência|domicilio|domicile|sede|miejsce zamieszkania|adres zamieszkania|location|wohnort|woonplaats|city|ciudad|cidade|ville|ort|website|web|site|sítio|sito|sito web|strona|strona www|homepage|portfolio|linkedin|github|xing|twitter|region|postal code(?: & city)?|plz|telefono|cellulare|T|M|E|P|W|A)(?:\s*[:.]\s*|$)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Label();
}
