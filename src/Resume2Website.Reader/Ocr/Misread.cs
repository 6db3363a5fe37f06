using System.Text.RegularExpressions;

namespace Resume2Website.Reader.Ocr;

/// <summary>Puts right what recognition is known to take for something else.</summary>
internal static partial class Misread
{
    /// <summary>
    /// The text, with a lone bar before a small letter read as the word I (a bar that parts two things stands before a new one), and what stands between a name
    /// in small letters and a host read as the sign of a mail address, unless the text has one.
    /// </summary>
    public static string Correct(string text)
    {
        text = LoneBar().Replace(text, "I");
        return text.Contains('@', StringComparison.Ordinal) ? text : Sign().Replace(text, "@");
    }

    [GeneratedRegex(@"(?<=^|[\p{L},.;:] )\|(?= \p{Ll})", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex LoneBar();

    [GeneratedRegex(@"(?<=(?:^|\s)[\p{Ll}\d._-]{3,40})(?:Q?[©®€]|\(?[QW]|t?\*) ?(?=(?:[a-z\d-]{2,40}\.){1,3}(?:com|org|net|eu|info|[a-z]{2})(?![\p{L}\d]))", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Sign();
}
