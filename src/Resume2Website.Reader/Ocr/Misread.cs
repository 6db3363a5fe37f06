using System.Text.RegularExpressions;

namespace Resume2Website.Reader.Ocr;

/// <summary>Puts right what recognition is known to take for something else.</summary>
internal static partial class Misread
{
    /// <summary>The text, with a lone bar before a small letter read as the word I: a bar that parts two things stands before a new one.</summary>
    public static string Correct(string text) => LoneBar().Replace(text, "I");

    [GeneratedRegex(@"(?<=^|[\p{L},.;:] )\|(?= \p{Ll})", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex LoneBar();
}
