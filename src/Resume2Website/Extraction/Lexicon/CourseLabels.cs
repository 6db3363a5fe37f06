using System.Collections.Frozen;
using Resume2Website.Extraction.Parsing;

namespace Resume2Website.Extraction.Lexicon;

/// <summary>Knows what stands before the courses of a school or a degree: "Relevant coursework", "Schwerpunkte".</summary>
internal static class CourseLabels
{
    private const int Longest = 40;

    private static readonly FrozenSet<string> Labels = LexiconFile.Read("courses.txt")["label"].Select(TextFolding.Squash).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether a text is such a label and nothing else, with or without a colon.</summary>
    public static bool IsLabel(string text) => text.Length <= Longest && Labels.Contains(TextFolding.Squash(text));

    /// <summary>The label that a text is or begins with; null for none.</summary>
    public static string? AtStart(string text) => IsLabel(text) ? text : LengthAtStart(text) is var length and > 0 ? text[..length] : null;

    /// <summary>How many characters at the begin of a text are such a label and its colon; 0 when it does not begin with one.</summary>
    public static int LengthAtStart(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && IsLabel(text[..colon]) ? colon + 1 : 0;
    }
}
