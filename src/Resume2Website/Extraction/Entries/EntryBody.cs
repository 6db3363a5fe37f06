using Resume2Website.Extraction.Parsing;

namespace Resume2Website.Extraction.Entries;

/// <summary>Reads what stands below the head of an entry: running text, list items, an address.</summary>
internal static class EntryBody
{
    private const double Sure = 0.97;
    private const double Likely = 0.9;

    /// <summary>The draft with the body's text; what the head had left over comes first.</summary>
    public static EntryDraft Fill(EntryDraft draft, IReadOnlyList<EntryLine> body, IEnumerable<Found> leftOver)
    {
        var paragraphs = leftOver.ToList();
        var highlights = new List<Found>();
        var lines = body.Where(line => !IsAddress(line.Line.Text) && (line.Rest.Count > 0 || line.Date is not null || line.Line.IsBullet)).ToList();
        var hasBullets = lines.Exists(line => line.Line.IsBullet);
        foreach (var line in lines)
        {
            var text = line.Line.Text.Replace('\t', ' ').Trim();
            if (text.Length == 0) continue;
            var isItem = line.Line.IsBullet || (!hasBullets && lines.Count > 1);
            (isItem ? highlights : paragraphs).Add(new Found(text, line.Line.First, line.Line.IsBullet ? Sure : Likely));
        }

        return draft with { Summary = Join(paragraphs), Highlights = highlights };
    }

    /// <summary>Several texts as one, each on a line of its own; null for none.</summary>
    public static Found? Join(IReadOnlyList<Found> texts) =>
        texts.Count == 0 ? null : new Found(string.Join('\n', texts.Select(text => text.Text)), texts[0].Source, texts.Min(text => text.Confidence)) { Parts = texts };

    /// <summary>The first web address in the lines; null when there is none.</summary>
    public static Found? Url(IReadOnlyList<EntryLine> lines)
    {
        foreach (var line in lines)
        {
            if (line.Line.Links.Select(link => WebAddressParser.FromLink(link.Target)).OfType<WebAddress>().FirstOrDefault() is { } linked) return new Found(linked.Url, line.Line.First, Sure);
            if (IsAddress(line.Line.Text)) return new Found(WebAddressParser.Find(line.Line.Text)[0].Url, line.Line.First, Sure);
        }

        return null;
    }

    /// <summary>Whether a text is a web address and nothing else.</summary>
    public static bool IsAddress(string text) =>
        WebAddressParser.Find(text) is [var only] && only.Length >= text.Trim().Length - 1;
}
