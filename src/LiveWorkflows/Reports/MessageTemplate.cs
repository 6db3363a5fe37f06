using System.Text.RegularExpressions;

namespace LiveWorkflows.Reports;

/// <summary>A message without what differs from one time to the next: quoted words, addresses, paths, ids, numbers.</summary>
/// <remarks>
/// Masking comes before any comparison, as in Drain (He et al., ICWS 2017), and it is also what keeps private words out of facts. The expressions run
/// without backtracking, so that no message can make them slow.
/// </remarks>
internal static partial class MessageTemplate
{
    /// <summary>The longest template, in characters.</summary>
    public const int Longest = 200;

    private const int LongestRead = 1_000;

    public static string Of(string message)
    {
        var text = message.Length > LongestRead ? message[..LongestRead] : message;
        text = Quoted().Replace(text, "<text>");
        text = Url().Replace(text, "<url>");
        text = Mail().Replace(text, "<mail>");
        text = Guid().Replace(text, "<id>");
        text = Path().Replace(text, "${before}<path>");
        text = File().Replace(text, "<file>");
        text = Moment().Replace(text, "<time>");
        text = Address().Replace(text, "<ip>");
        text = Hex().Replace(text, "<hex>");
        text = Duration().Replace(text, "<duration>");
        text = Number().Replace(text, "<n>");
        text = Space().Replace(text, " ").Trim();
        return text.Length > Longest ? text[..(char.IsHighSurrogate(text[Longest - 1]) ? Longest - 1 : Longest)] : text;
    }

    private const RegexOptions Linear = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant;

    [GeneratedRegex("\"[^\"]*\"|'[^' ][^']*'|`[^`]*`|“[^”]*”|«[^»]*»|„[^“”]*[“”]", Linear)]
    private static partial Regex Quoted();

    [GeneratedRegex(@"[a-zA-Z][a-zA-Z0-9+.-]*://\S+", Linear)]
    private static partial Regex Url();

    [GeneratedRegex(@"[\w.+-]+@[\w-]+\.[\w.-]+", Linear)]
    private static partial Regex Mail();

    [GeneratedRegex("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}", Linear)]
    private static partial Regex Guid();

    [GeneratedRegex(@"(?<before>^|[\s(=:,])(?:[a-zA-Z]:[\\/]|~?/|\\\\|\.{1,2}[\\/])[^\s,;)]+", Linear)]
    private static partial Regex Path();

    [GeneratedRegex(@"[\w-]+(?:\.[\w-]+)*\.(?:[a-zA-Z][a-zA-Z0-9]{1,4})\b", Linear)]
    private static partial Regex File();

    [GeneratedRegex(@"\b\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?|\b\d{1,2}:\d{2}:\d{2}(?:[.,]\d+)?", Linear)]
    private static partial Regex Moment();

    [GeneratedRegex(@"\b\d{1,3}(?:\.\d{1,3}){3}(?::\d+)?\b|(?:[0-9a-fA-F]{1,4}:){3,7}:?[0-9a-fA-F]{0,4}", Linear)]
    private static partial Regex Address();

    [GeneratedRegex(@"\b0[xX][0-9a-fA-F]+\b|\b(?:[0-9]+[a-fA-F]|[a-fA-F]+[0-9])[0-9a-fA-F]{6,}\b", Linear)]
    private static partial Regex Hex();

    [GeneratedRegex(@"\b\d+(?:[.,]\d+)*\s?(?:ns|µs|us|ms|s|sec|secs|seconds?|min|mins|minutes?|h|hours?|d|days?)\b", Linear)]
    private static partial Regex Duration();

    [GeneratedRegex(@"[-+]?\d+(?:[.,]\d+)*(?:[eE][-+]?\d+)?%?", Linear)]
    private static partial Regex Number();

    [GeneratedRegex(@"[\s\p{Cc}]+", Linear)]
    private static partial Regex Space();
}
