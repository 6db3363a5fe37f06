using System.Globalization;

namespace Resume2Website.Templates;

/// <summary>The letters that stand for a person where there is no photo.</summary>
internal static class Initials
{
    /// <summary>First letters of the first and the last name, or one letter; empty without a name.</summary>
    public static string Of(string? name)
    {
        var words = (name ?? "").Split([' ', '\u00A0', '\n', ','], StringSplitOptions.RemoveEmptyEntries)
            .Select(word => word.TrimStart('(', '"', '\'', '“', '„')).Where(word => word.Length > 0 && char.IsLetter(word, 0)).ToArray();
        return words switch
        {
            [] => "",
            [var only] => First(only),
            [var first, .., var last] => First(first) + First(last),
        };
    }

    private static string First(string word) => StringInfo.GetNextTextElement(word).ToUpperInvariant();
}
