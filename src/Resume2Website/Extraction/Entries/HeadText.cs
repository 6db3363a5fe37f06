using System.Text.RegularExpressions;

namespace Resume2Website.Extraction.Entries;

/// <summary>Cuts the text of an entry's head at the signs and words that part a title from an organisation.</summary>
internal static partial class HeadText
{
    /// <summary>The parts between tabs, bars, dots, dashes, and "at".</summary>
    public static IReadOnlyList<string> Parts(string text) =>
        [.. Separators().Split(text).Select(part => part.Trim(' ', ',', ';', '|', '·', '•', '–', '—').Trim()).Where(part => part.Length > 0)];

    /// <summary>The parts between commas that stand outside of brackets.</summary>
    public static IReadOnlyList<string> CommaParts(string text) => [.. Commas().Split(text).Select(part => part.Trim()).Where(part => part.Length > 0)];

    /// <summary>The parts around a hyphen that stands free.</summary>
    public static IReadOnlyList<string> HyphenParts(string text) => [.. text.Split(" - ", StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];

    [GeneratedRegex(@"\t|\s*[|•·▪∙●]\s+|\s+[|•·▪∙●]\s*|\s+[–—]\s+|\s@\s|\s+(?:at|bei|chez|presso)\s+(?=[\p{Lu}\d])", RegexOptions.CultureInvariant)]
    private static partial Regex Separators();

    [GeneratedRegex(@",(?![^(]*\))", RegexOptions.CultureInvariant)]
    private static partial Regex Commas();
}
