using System.Text;

namespace Resume2Website.Templates.Links;

/// <summary>The scripts that letters belong to, as far as addresses have to be told apart by them.</summary>
internal static class Script
{
    /// <summary>Letters that have a Latin double: a label of nothing but these could pass for a Latin one.</summary>
    private const string Doubles = "асԁеһіјӏорԛѕԝхуүѵαινορτυχωіո օսց";

    private static readonly (string Name, int First, int Last)[] Ranges =
    [
        ("Latin", 0x0041, 0x024F), ("Latin", 0x1E00, 0x1EFF), ("Greek", 0x0370, 0x03FF), ("Greek", 0x1F00, 0x1FFF), ("Cyrillic", 0x0400, 0x052F), ("Armenian", 0x0530, 0x058F),
        ("Hebrew", 0x0590, 0x05FF), ("Arabic", 0x0600, 0x06FF), ("Arabic", 0x0750, 0x077F), ("Devanagari", 0x0900, 0x097F), ("Bengali", 0x0980, 0x09FF), ("Tamil", 0x0B80, 0x0BFF),
        ("Thai", 0x0E00, 0x0E7F), ("Georgian", 0x10A0, 0x10FF), ("Hangul", 0x1100, 0x11FF), ("Kana", 0x3041, 0x30FF), ("Han", 0x3400, 0x4DBF), ("Han", 0x4E00, 0x9FFF),
        ("Hangul", 0xAC00, 0xD7A3), ("Han", 0x20000, 0x323AF),
    ];

    /// <summary>The letter's script; null where it is none of the known ones. A combining mark belongs to whatever it stands on and counts as unknown.</summary>
    public static string? Of(Rune letter) =>
        Array.Find(Ranges, range => letter.Value >= range.First && letter.Value <= range.Last).Name;

    /// <summary>Whether scripts are written side by side: Japanese mixes Han and Kana, Korean Han and Hangul.</summary>
    public static bool GoTogether(IReadOnlyCollection<string?> scripts) =>
        scripts.All(script => script is "Han" or "Kana") || scripts.All(script => script is "Han" or "Hangul");

    /// <summary>Whether letters of another script all look like Latin ones.</summary>
    public static bool LooksLikeLatin(string script, IEnumerable<Rune> letters) =>
        script is "Greek" or "Cyrillic" or "Armenian" && letters.All(letter => Doubles.Contains(letter.ToString(), StringComparison.Ordinal));
}
