using System.Globalization;

namespace Resume2Website.Templates;

/// <summary>The letters that stand for a person where there is no photo.</summary>
internal static class Initials
{
    /// <summary>First letters of the first and the last name, or one letter: a title before the name and a degree behind it are none. Empty without a letter.</summary>
    public static string Of(string? name)
    {
        var words = NameWords.Of(name ?? "").Select(word => word.TrimStart('(', '"', '\'', '“', '„')).Where(word => word.Length > 0 && char.IsLetter(word, 0)).ToArray();
        return words switch
        {
            [] => FirstLetter(name ?? ""),
            [var only] => FirstLetter(only),
            [var first, .., var last] => FirstLetter(first) + FirstLetter(last),
        };
    }

    private static string FirstLetter(string word)
    {
        for (var i = 0; i < word.Length; i++)
        {
            if (char.IsLetter(word, i)) return StringInfo.GetNextTextElement(word, i).ToUpperInvariant();
        }

        return "";
    }
}
