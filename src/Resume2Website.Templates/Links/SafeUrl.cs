using System.Globalization;

namespace Resume2Website.Templates.Links;

/// <summary>An address that a page may link to: only http, https, mailto and tel, found by parsing and not by looking.</summary>
internal sealed record SafeUrl(string Href, string Text)
{
    /// <summary>Reads an address as people write it, <c>example.org/me</c> included; null when it is none, or not an allowed one.</summary>
    public static SafeUrl? Parse(string? address)
    {
        var trimmed = address?.Trim();
        if (string.IsNullOrEmpty(trimmed) || trimmed.Length > 2000 || trimmed.Any(c => char.IsControl(c) || char.IsWhiteSpace(c))) return null;
        if (LooksLikeDomain(trimmed)) trimmed = "https://" + trimmed;
        if (!Uri.TryCreate(trimmed, UriKind.Absolute, out var uri)) return null;

        return uri.Scheme switch
        {
            "http" or "https" when uri.Host.Length > 0 && uri.UserInfo.Length == 0 => Page(uri),
            "mailto" => Mail(uri.AbsoluteUri["mailto:".Length..].Split('?')[0]),
            "tel" => Phone(uri.AbsoluteUri["tel:".Length..]),
            _ => null,
        };
    }

    /// <summary>A link to a mail address; null when it is none.</summary>
    public static SafeUrl? Mail(string? address)
    {
        var trimmed = address?.Trim() ?? "";
        var at = trimmed.IndexOf('@', StringComparison.Ordinal);
        if (at <= 0 || at != trimmed.LastIndexOf('@') || at == trimmed.Length - 1 || trimmed.Any(c => char.IsControl(c) || char.IsWhiteSpace(c) || c is '<' or '>' or ',' or ';')) return null;
        return new SafeUrl($"mailto:{Uri.EscapeDataString(trimmed[..at])}@{Uri.EscapeDataString(trimmed[(at + 1)..])}", trimmed);
    }

    /// <summary>A link that dials; null when the text has no plausible number.</summary>
    public static SafeUrl? Phone(string? number)
    {
        var trimmed = number?.Trim() ?? "";
        var digits = string.Concat(trimmed.Where(char.IsAsciiDigit));
        if (digits.Length is < 5 or > 20 || trimmed.Any(char.IsLetter)) return null;

        // "+49 (0) 170": the zero is for callers at home and breaks the international number.
        if (trimmed.StartsWith('+')) digits = "+" + string.Concat(trimmed.Replace("(0)", "", StringComparison.Ordinal).Where(char.IsAsciiDigit));
        return new SafeUrl($"tel:{digits}", trimmed);
    }

    // Every program follows an address in ASCII, also those that know nothing of hosts in other scripts; a host that ASCII has no form for leads nowhere.
    private static SafeUrl? Page(Uri uri)
    {
        try
        {
            var ascii = uri.HostNameType == UriHostNameType.Dns ? new UriBuilder(uri) { Host = uri.IdnHost }.Uri.AbsoluteUri : uri.AbsoluteUri;
            return new SafeUrl(ascii, ReadableAddress.Of(uri));
        }
        catch (Exception exception) when (exception is FormatException or ArgumentException)
        {
            return null;
        }
    }

    // Before a colon stands a scheme, unless a port follows it: "example.org:8080/x".
    private static bool LooksLikeDomain(string text)
    {
        if (text.Contains('@', StringComparison.Ordinal) || text[0] is '/' or '.' or '\\') return false;
        var parts = text.Split(['/', '?', '#'], 2)[0].Split(':');
        return parts.Length <= 2 && (parts.Length == 2 ? ushort.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out _) : !text.Contains(':', StringComparison.Ordinal))
            && parts[0].Contains('.', StringComparison.Ordinal) && Uri.CheckHostName(parts[0]) == UriHostNameType.Dns;
    }
}
