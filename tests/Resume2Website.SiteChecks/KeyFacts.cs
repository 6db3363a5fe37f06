using System.Buffers;
using System.Globalization;
using System.Text;
using Resume2Website.Resumes;
using Resume2Website.Sites;
using Resume2Website.Sites.Privacy;

namespace Resume2Website.SiteChecks;

/// <summary>What every shape of a CV must hold, on paper too: the name, the ways to reach the person, and every employer.</summary>
public static class KeyFacts
{
    private static readonly SearchValues<char> Mirrored = SearchValues.Create("<>()[]{}");

    /// <summary>The facts of a résumé that are public under the options.</summary>
    public static IReadOnlyList<string> Of(Resume resume, SiteOptions options)
    {
        var shown = PublicResume.Of(resume, options);
        var email = options.Email == EmailVisibility.Obfuscated ? null : shown.Basics.Email;
        return [.. new[] { shown.Basics.Name, email, shown.Basics.Phone }.Concat(shown.Work.Select(work => work.Name)).OfType<string>()];
    }

    /// <summary>The facts that a text does not hold, whatever its line breaks.</summary>
    public static IReadOnlyList<string> MissingFrom(string text, IEnumerable<string> facts)
    {
        var squeezed = Squeezed(text);
        return [.. facts.Where(fact => !fact.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).All(word => Holds(squeezed, word)))];
    }

    /// <summary>A text without its white space.</summary>
    public static string Squeezed(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));

    // Words from right to left come out of a PDF either way, brackets in them are mirrored, and a picture of a face has no letters that could be searched.
    private static bool Holds(string text, string word) =>
        text.Contains(word, StringComparison.Ordinal) || text.Contains(string.Concat(word.Reverse()), StringComparison.Ordinal)
        || (word.AsSpan().ContainsAny(Mirrored) && word.Split(['<', '>', '(', ')', '[', ']', '{', '}', '/'], StringSplitOptions.RemoveEmptyEntries).All(part => Holds(text, part)))
        || word.EnumerateRunes().All(rune => Rune.GetUnicodeCategory(rune) == UnicodeCategory.OtherSymbol)
        || (word.All(IsIdeograph) && word.Any(text.Contains));

    // Fonts draw 山 the mountain and ⼭ its radical with one glyph, and then no reader of PDFs knows which it was.
    private static bool IsIdeograph(char c) => c is >= '\u2E80' and <= '\u9FFF';
}
