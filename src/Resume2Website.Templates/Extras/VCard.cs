using System.Text;
using Resume2Website.Resumes;
using Resume2Website.Sites;
using Resume2Website.Templates.Links;

namespace Resume2Website.Templates.Extras;

/// <summary>The contact as a card for address books: vCard 4.0 (RFC 6350).</summary>
internal static class VCard
{
    private const int LongestLineInBytes = 75;

    public static string Of(SiteView view)
    {
        var basics = view.Resume.Basics;
        var card = new StringBuilder();
        Line(card, "BEGIN:VCARD");
        Line(card, "VERSION:4.0");
        Line(card, "FN:" + Escaped(view.Heading));
        if (basics.Label is not null) Line(card, "TITLE:" + Escaped(basics.Label));
        if (basics.Email is not null && view.Options.Email == EmailVisibility.Shown) Line(card, "EMAIL:" + Escaped(basics.Email));
        if (SafeUrl.Phone(basics.Phone) is { } phone) Line(card, "TEL;VALUE=uri:" + phone.Href);
        if (basics.Location is { } location && Address(location) is { } address) Line(card, "ADR:" + address);
        foreach (var url in basics.Profiles.Select(profile => profile.Url).Prepend(basics.Url).Select(SafeUrl.Parse).OfType<SafeUrl>())
        {
            Line(card, "URL:" + url.Href);
        }

        Line(card, "END:VCARD");
        return card.ToString();
    }

    private static string? Address(Location location)
    {
        string?[] parts = [null, null, location.Address, location.City, location.Region, location.PostalCode, location.CountryCode];
        return parts.Any(part => part is not null) ? string.Join(';', parts.Select(part => Escaped(part ?? ""))) : null;
    }

    private static string Escaped(string text) => text
        .Replace("\\", "\\\\", StringComparison.Ordinal).Replace(",", "\\,", StringComparison.Ordinal)
        .Replace(";", "\\;", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);

    private static void Line(StringBuilder card, string line)
    {
        var bytes = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (bytes + rune.Utf8SequenceLength > LongestLineInBytes)
            {
                card.Append("\r\n ");
                bytes = 1;
            }

            card.Append(rune.ToString());
            bytes += rune.Utf8SequenceLength;
        }

        card.Append("\r\n");
    }
}
