using System.Text;

namespace Resume2Website.Extraction.Parsing;

/// <summary>Folds a text so that every character keeps its place: what is found in the fold can be cut from the original.</summary>
internal static class AlignedFolding
{
    /// <summary>Lower case without accents, of exactly the same length.</summary>
    public static string Fold(string text)
    {
        var folded = new char[text.Length];
        for (var i = 0; i < text.Length; i++)
        {
            folded[i] = Fold(text[i]);
        }

        return new string(folded);
    }

    private static char Fold(char character)
    {
        if (char.IsAscii(character)) return char.ToLowerInvariant(character);
        if (char.IsSurrogate(character)) return character;
        if (char.IsWhiteSpace(character)) return ' ';
        var folded = TextFolding.Fold(character.ToString());
        return folded.Length == 0 ? character : folded[0];
    }
}
