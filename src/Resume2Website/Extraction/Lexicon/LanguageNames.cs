using System.Collections.Frozen;
using Resume2Website.Extraction.Parsing;

namespace Resume2Website.Extraction.Lexicon;

/// <summary>Knows what languages are called.</summary>
internal static class LanguageNames
{
    private static readonly FrozenSet<string> Names = LexiconFile.Read("languages.txt")
        .SelectMany(list => list.Value).Select(TextFolding.Squash).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>How many characters at the start of a text are a language's name; 0 when it starts with none.</summary>
    public static int LengthAtStart(string text)
    {
        var best = 0;
        for (int end = 1, words = 0; end <= text.Length && words < 4; end++)
        {
            if (!char.IsLetter(text[end - 1]) || (end < text.Length && char.IsLetter(text[end]))) continue;
            words++;
            if (Names.Contains(TextFolding.Squash(text[..end]))) best = end;
        }

        return best;
    }

    /// <summary>Whether a text is a language's name and nothing else.</summary>
    public static bool Is(string text) => Names.Contains(TextFolding.Squash(text));
}
