using Resume2Website.Extraction.Layout;

namespace Resume2Website.Extraction.Entries;

/// <summary>Parts heads at slashes where a section uses them as others use bars: "Title / Employer / Place". One slash in one head is part of a title.</summary>
internal static class SlashedHeads
{
    private const string Slash = " / ";

    /// <summary>The entries with such slashes as tabs.</summary>
    public static IReadOnlyList<EntryBlock> Part(IReadOnlyList<EntryBlock> blocks)
    {
        var slashed = blocks.Count(block => block.Head.Any(line => line.Text.Contains(Slash, StringComparison.Ordinal)));
        var isUsual = (slashed > 1 && slashed * 5 >= blocks.Count * 3) || blocks.Any(block => block.Head.Any(line => line.Text.Split(Slash).Length > 2));
        return isUsual ? [.. blocks.Select(block => block with { Head = [.. block.Head.Select(Part)] })] : blocks;
    }

    private static EntryLine Part(EntryLine line) => line with { Rest = [.. line.Rest.Select(Part)] };

    private static LayoutSegment Part(LayoutSegment segment) => segment with { Text = segment.Text.Replace(Slash, "\t", StringComparison.Ordinal).Trim(' ', '/') };
}
