using System.Text.RegularExpressions;

namespace Resume2Website.Extraction.Parsing;

/// <summary>Finds web addresses, with or without a scheme.</summary>
internal static partial class WebAddressParser
{
    /// <summary>All addresses of a text, in order; mail addresses are none.</summary>
    public static IReadOnlyList<WebAddress> Find(string text)
    {
        var found = new List<WebAddress>();
        foreach (Match match in Address().Matches(text))
        {
            var printed = match.Value.TrimEnd('.', ',', ';', ':', ')', ']', '>', '\'', '"', '*', '_');
            var host = match.Groups["host"].Value;
            if (printed.Length < host.Length || !IsPlausible(match, host)) continue;
            found.Add(Describe(match.Index, printed));
        }

        return found;
    }

    /// <summary>The address that a link leads to; null for anything but a web page.</summary>
    public static WebAddress? FromLink(string target) =>
        target.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || target.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
            ? Find(target) is [var only, ..] && only.Start == 0 ? only : null
            : null;

    /// <summary>The text with a tab for each of its addresses.</summary>
    public static string Remove(string text)
    {
        foreach (var address in Find(text).Reverse())
        {
            text = text.Remove(address.Start, address.Length).Insert(address.Start, "\t");
        }

        return text;
    }

    private static bool IsPlausible(Match match, string host)
    {
        if (match.Groups["scheme"].Success || host.StartsWith("www.", StringComparison.OrdinalIgnoreCase)) return true;
        var labels = host.Split('.');
        var top = labels[^1];
        // "Node.js" and "B.Sc" have a dot too: without a scheme, a path or a known ending it is not an address.
        return top.All(char.IsAsciiLetterLower) && labels[^2].Length > 1 && !FileEndings.Contains(top)
            && (match.Groups["path"].Length > 1 || labels.Length > 2 || TopLevels.Contains(top) || top.Length == 2) && labels.All(label => label.Length > 0);
    }

    private static WebAddress Describe(int start, string printed)
    {
        var schemeEnd = printed.IndexOf("://", StringComparison.Ordinal);
        var rest = schemeEnd < 0 ? printed : printed[(schemeEnd + 3)..];
        var slash = rest.AsSpan().IndexOfAny('/', '?', '#');
        var host = (slash < 0 ? rest : rest[..slash]).ToLowerInvariant();
        if (host.StartsWith("www.", StringComparison.Ordinal)) host = host[4..];
        var path = slash < 0 ? "" : rest[slash..].Split('?', '#')[0].Trim('/');
        return new WebAddress(start, printed.Length, schemeEnd < 0 ? "https://" + printed : printed, host, path);
    }

    private static readonly HashSet<string> TopLevels = new(
        "com org net edu gov info dev app blog site online tech design studio page pages social name pro cloud codes academy agency digital media music photography art health science world xyz".Split(' '), StringComparer.Ordinal);

    private static readonly HashSet<string> FileEndings = new("js ts py cs md rb sh io.js".Split(' '), StringComparer.Ordinal);

    [GeneratedRegex(@"(?<![\p{L}\d@._%+-])(?<scheme>https?://)?(?<host>(?:[\p{L}\d](?:[\p{L}\d-]{0,61}[\p{L}\d])?\.){1,8}\p{L}{2,18})(?![\p{L}\d@-])(?::\d{2,5})?(?<path>[/?#][^\s<>()\[\]|]*)?", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Address();
}
