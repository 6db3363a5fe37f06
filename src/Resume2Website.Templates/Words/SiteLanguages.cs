using System.Collections.Frozen;
using System.Text.Json;

namespace Resume2Website.Templates.Words;

/// <summary>The languages that pages are written in: one data file each.</summary>
internal static class SiteLanguages
{
    private static readonly FrozenSet<string> RightToLeft = FrozenSet.ToFrozenSet(["ar", "dv", "fa", "he", "ku", "ps", "ur", "yi"]);

    private static readonly FrozenDictionary<string, SiteWords> All = EmbeddedFiles.In("words/")
        .Select(name => JsonSerializer.Deserialize(EmbeddedFiles.Bytes(name), SiteWordsJson.Default.SiteWords)!)
        .ToFrozenDictionary(words => words.Language, StringComparer.OrdinalIgnoreCase);

    public static IEnumerable<SiteWords> Known => All.Values;

    /// <summary>The words for a BCP 47 tag; English where the language has no file yet.</summary>
    public static SiteWords For(string tag) => All.GetValueOrDefault(Primary(tag)) ?? All["en"];

    public static string DirectionOf(string tag) => RightToLeft.Contains(Primary(tag)) ? "rtl" : "ltr";

    /// <summary>The tag itself when it is one, otherwise English: a page's <c>lang</c> is no place for free text.</summary>
    public static string TagOrEnglish(string? tag) =>
        tag is { Length: >= 2 and <= 35 } && tag.Split('-') is var parts
        && parts[0].Length is 2 or 3 && parts.All(part => part.Length is >= 1 and <= 8 && part.All(char.IsAsciiLetterOrDigit))
            ? tag
            : "en";

    private static string Primary(string tag) => tag.Split('-')[0].ToLowerInvariant();
}
