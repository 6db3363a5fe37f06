using System.Text.RegularExpressions;

namespace Resume2Website.Extraction.Parsing;

/// <summary>Finds mail addresses.</summary>
internal static partial class EmailParser
{
    /// <summary>The first address of a text; null when it has none.</summary>
    public static string? Find(string text) => Address().Match(text) is { Success: true } match ? match.Value : null;

    /// <summary>The text with a tab for each of its addresses.</summary>
    public static string Remove(string text) => Address().Replace(text, "\t");

    /// <summary>The address of a <c>mailto:</c> link; null for any other link.</summary>
    public static string? FromLink(string target)
    {
        if (!target.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase)) return null;
        var address = target["mailto:".Length..].Split('?')[0];
        return Find(address.Replace("%40", "@", StringComparison.Ordinal));
    }

    [GeneratedRegex(@"(?<![\p{L}\d._%+-])[\p{L}\d][\p{L}\d._%+'-]{0,63}@(?:[\p{L}\d](?:[\p{L}\d-]{0,61}[\p{L}\d])?\.){1,8}\p{L}{2,24}(?![\p{L}\d])", RegexOptions.CultureInvariant)]
    private static partial Regex Address();
}
