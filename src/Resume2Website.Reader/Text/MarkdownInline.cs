using System.Text.RegularExpressions;
using Resume2Website.Documents;
using Resume2Website.Reader.Lines;

namespace Resume2Website.Reader.Text;

/// <summary>Reads the marks within a line of Markdown: emphasis, links, code, images, escapes.</summary>
internal static partial class MarkdownInline
{
    /// <summary>The line without its marks.</summary>
    public static SourceLine Parse(string row)
    {
        var line = new StyledLine(keepTabs: true);
        Append(row, isBold: false, isItalic: false, link: null, depth: 0, line);
        return line.ToLine();
    }

    private static void Append(string text, bool isBold, bool isItalic, string? link, int depth, StyledLine line)
    {
        var end = 0;
        // Marks nest a few deep at most; what is deeper stays as it is written.
        for (var mark = depth < 6 ? Mark().Match(text) : Match.Empty; mark.Success; mark = mark.NextMatch())
        {
            line.Append(text[end..mark.Index], isBold, isItalic, link);
            end = mark.Index + mark.Length;
            if (Of("escaped") is { } escaped) line.Append(escaped, isBold, isItalic, link);
            else if (Of("code") is { } code) line.Append(code, isBold, isItalic, link);
            else if (Of("auto") is { } auto) line.Append(auto, isBold, isItalic, auto.Contains('@', StringComparison.Ordinal) && !auto.Contains(':', StringComparison.Ordinal) ? "mailto:" + auto : auto);
            else if (Of("target") is { } target && mark.Value[0] != '!') Append(Of("label") ?? "", isBold, isItalic, target, depth + 1, line);
            else if (Of("strong") is { } strong) Append(strong, true, isItalic, link, depth + 1, line);
            else if (Of("both") is { } both) Append(both, true, true, link, depth + 1, line);
            else if (Of("emphasis") is { } emphasis) Append(emphasis, isBold, true, link, depth + 1, line);
            else if (Of("break") is not null) line.Append(" ");

            string? Of(string group) => mark.Groups[group] is { Success: true } found ? found.Value : null;
        }

        line.Append(text[end..], isBold, isItalic, link);
    }

    [GeneratedRegex(
        """
        \\(?<escaped>[!-/:-@\[-`{-~])
        | `+(?<code>[^`]+)`+
        | <(?<auto>https?://[^\s<>]+|mailto:[^\s<>]+|[^\s<>@]+@[^\s<>@]+)>
        | !?\[(?<label>(?:[^\[\]]|!?\[[^\[\]]*\](?:\([^()]*\))?)*)\]\(\s*<?(?<target>[^\s()<>]*(?:\([^\s()]*\)[^\s()<>]*)*)>?(?:\s+["'][^"']*["'])?\s*\)
        | (?<three>\*\*\*|___)(?=\S)(?<both>.+?)(?<=\S)\k<three>
        | (?<two>\*\*|__)(?=\S)(?<strong>.+?)(?<=\S)\k<two>
        | (?<![\w*])(?<one>[*_])(?=[^\s*_])(?<emphasis>[^*_]*(?:[*_]{2}[^*_]+[*_]{2}[^*_]*)*)(?<=\S)\k<one>(?![\w*])
        | (?<break><\/?[a-zA-Z][^<>]*>)
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 2000)]
    private static partial Regex Mark();
}
