using Resume2Website.Documents;

namespace Resume2Website.Reader.Lines;

/// <summary>A line in the making: runs with their emphasis and links, which become one text with places in it.</summary>
internal sealed class StyledLine(bool keepTabs = false)
{
    private readonly LineText text = new(keepTabs);
    private readonly List<SourceLink> links = [];
    private int bold;
    private int italic;
    private int letters;

    /// <summary>Whether anything was added that shows.</summary>
    public bool IsEmpty => text.Length == 0 && links.Count == 0;

    /// <summary>Adds a run.</summary>
    public void Append(string run, bool isBold = false, bool isItalic = false, string? link = null)
    {
        var start = text.Length;
        text.Append(run);
        var length = text.Length - start;
        letters += length;
        if (isBold) bold += length;
        if (isItalic) italic += length;
        if (!string.IsNullOrWhiteSpace(link)) AddLink(start, length, link.Trim());
    }

    /// <summary>The line; its number and place are the caller's to set.</summary>
    public SourceLine ToLine(Func<string, string>? strip = null)
    {
        var full = text.ToString();
        var shown = strip is null ? full : strip(full);
        var cut = full.Length - shown.Length;
        return new SourceLine
        {
            Page = 1,
            Number = 0,
            Text = shown,
            Bold = bold * 2 > letters,
            Italic = italic * 2 > letters,
            Links = [.. links.Select(link => Place(link, cut, shown.Length))],
        };
    }

    private static SourceLink Place(SourceLink link, int cut, int length)
    {
        var start = Math.Clamp(link.Start - cut, 0, length);
        var end = Math.Clamp(link.Start + link.Length - cut, start, length);
        return link with { Start = start, Length = end - start };
    }

    private void AddLink(int start, int length, string target)
    {
        // A link is often cut into runs by its formatting: they are one link.
        if (links.Count > 0 && links[^1] is var last && last.Target == target && last.Start + last.Length == start)
        {
            links[^1] = last with { Length = last.Length + length };
        }
        else
        {
            links.Add(new SourceLink(start, length, target));
        }
    }
}
