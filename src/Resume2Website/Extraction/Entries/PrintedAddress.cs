using Resume2Website.Extraction.Parsing;

namespace Resume2Website.Extraction.Entries;

/// <summary>The web address that is printed behind a name: "Lowtide (https://lowtide.example.org)".</summary>
internal static class PrintedAddress
{
    private static readonly char[] Seams = [' ', '(', '[', '<', ',', ':', ';', '|', '·', '•', '–', '—', '-'];

    /// <summary>The entry with the addresses behind its title and its organisation taken out; the first of them is its page where none is known yet.</summary>
    public static EntryDraft TakeFrom(EntryDraft draft)
    {
        var (title, ofTitle) = Part(draft.Title);
        var (organization, ofOrganization) = Part(draft.Organization);
        return draft with { Title = title, Organization = organization, Url = draft.Url ?? ofTitle ?? ofOrganization };
    }

    private static (Found? Name, Found? Url) Part(Found? name)
    {
        if (name is null || WebAddressParser.Find(name.Text) is not [.., var last] || name.Text[(last.Start + last.Length)..].Trim(' ', ')', ']', '>', '.', ',').Length > 0) return (name, null);
        var before = name.Text[..last.Start];
        var rest = before.TrimEnd(Seams);

        // "Deploying on fly.io" is a name to its end: only a seam, or the form of an address, tells one from the other.
        var isAddress = before.AsSpan(rest.Length).ContainsAnyExcept(' ') || name.Text.AsSpan(last.Start).StartsWith("http", StringComparison.OrdinalIgnoreCase)
            || name.Text.AsSpan(last.Start).StartsWith("www.", StringComparison.OrdinalIgnoreCase) || last.Path.Length > 0;
        return rest.Length == 0 || !isAddress ? (name, null) : (name with { Text = rest }, name with { Text = last.Url });
    }
}
