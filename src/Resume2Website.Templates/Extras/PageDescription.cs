using Resume2Website.Resumes;

namespace Resume2Website.Templates.Extras;

/// <summary>One or two lines about a page, for link previews and search results.</summary>
internal static class PageDescription
{
    private const int Longest = 160;

    public static string Of(Resume resume, string fallback)
    {
        var text = resume.Basics.Summary ?? string.Join(", ", resume.Work.Take(3).Select(Role).Where(role => role.Length > 0));
        return Shortened(string.Join(' ', (text.Length > 0 ? text : fallback).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
    }

    private static string Role(WorkEntry work) => string.Join(" – ", new[] { work.Position, work.Name }.Where(part => part is not null));

    private static string Shortened(string text)
    {
        if (text.Length <= Longest) return text;
        var cut = text.LastIndexOf(' ', Longest - 1);
        var end = cut > Longest / 2 ? cut : Longest - 1;
        if (char.IsHighSurrogate(text[end - 1])) end--;
        return text[..end].TrimEnd(',', ';', ':', '–', '-', ' ') + "…";
    }
}
