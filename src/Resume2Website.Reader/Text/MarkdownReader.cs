using System.Text.RegularExpressions;
using Resume2Website.Documents;
using Resume2Website.Reader.Inspection;
using Resume2Website.Reader.Lines;

namespace Resume2Website.Reader.Text;

/// <summary>Reads Markdown into lines: headings, list items, table cells, emphasis and links; the marks themselves are not part of the text.</summary>
internal sealed partial class MarkdownReader : IFormatReader
{
    public InspectionReport Inspect(DocumentSource source) => TextInspection.Inspect(source);

    public SourceDocument Read(DocumentSource source, Action<ReadingProgress> progress)
    {
        var rows = HtmlComment().Replace(TextDecoding.Decode(source.Content.Span).ReplaceLineEndings("\n"), "").Split('\n');
        var lines = new LineCollector();
        var block = 1;
        var (table, tableRow) = (0, 0);
        for (var i = SkipFrontMatter(rows); i < rows.Length; i++)
        {
            var row = Quote().Replace(rows[i], "");
            if (string.IsNullOrWhiteSpace(row) || IsFence(row))
            {
                block++;
                tableRow = 0;
            }
            else if (IsTableRow(row))
            {
                if (tableRow == 0) table++;
                if (TableRule().IsMatch(row)) continue;
                tableRow++;
                AddCells(row, table, tableRow, ref block, lines);
            }
            else if (!Rule().IsMatch(row))
            {
                tableRow = 0;
                if (AddLine(row, i + 1 < rows.Length ? rows[i + 1] : "", block, lines)) block++;
            }
        }

        progress(new ReadingProgress(1, 1));
        return lines.Finish(source.Format, [new SourcePage(1)]);
    }

    private static bool AddLine(string row, string next, int block, LineCollector lines)
    {
        if (Heading().Match(row) is { Success: true } heading)
        {
            lines.Add(MarkdownInline.Parse(heading.Groups["text"].Value) with { Role = SourceLineRole.Heading, Level = heading.Groups["marks"].Length, Block = block });
            return true;
        }

        if (Item().Match(row) is { Success: true } item)
        {
            var depth = (item.Groups["indent"].Value.Replace("\t", "    ", StringComparison.Ordinal).Length / 2) + 1;
            lines.Add(MarkdownInline.Parse(item.Groups["text"].Value) with { Role = SourceLineRole.ListItem, Level = depth, Block = block });
            return false;
        }

        var line = MarkdownInline.Parse(row) with { Block = block };
        var isUnderlined = Underline().Match(next) is { Success: true };
        lines.Add(isUnderlined ? line with { Role = SourceLineRole.Heading, Level = next.TrimStart()[0] == '=' ? 1 : 2 } : line);
        return isUnderlined;
    }

    private static void AddCells(string row, int table, int tableRow, ref int block, LineCollector lines)
    {
        var cells = UnescapedBar().Split(row.Trim().Trim('|'));
        for (var column = 0; column < cells.Length; column++)
        {
            lines.Add(MarkdownInline.Parse(cells[column]) with { Cell = new SourceCell(table, tableRow, column + 1), Block = ++block });
        }
    }

    private static bool IsFence(string row) => row.TrimStart() is var text && (text.StartsWith("```", StringComparison.Ordinal) || text.StartsWith("~~~", StringComparison.Ordinal));

    private static bool IsTableRow(string row) => row.TrimStart().StartsWith('|') && row.Trim().Length > 2;

    private static int SkipFrontMatter(string[] rows)
    {
        if (rows[0].TrimEnd() != "---") return 0;
        var end = Array.FindIndex(rows, 1, row => row.TrimEnd() is "---" or "...");
        // A rule at the top of a text is no front matter: that has keys.
        return end > 0 && rows[1..end].All(row => row.Length == 0 || row.Contains(':', StringComparison.Ordinal) || char.IsWhiteSpace(row[0]) || row[0] is '-' or '#') ? end + 1 : 0;
    }

    [GeneratedRegex("<!--.*?-->", RegexOptions.Singleline | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex HtmlComment();

    [GeneratedRegex(@"^\s{0,3}(>\s?)+", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Quote();

    [GeneratedRegex(@"^\s{0,3}(?<marks>#{1,6})\s+(?<text>.*?)(\s+#+)?\s*$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Heading();

    [GeneratedRegex(@"^(?<indent>\s*)([-*+]|\d{1,2}[.)])\s+(\[[ xX]\]\s+)?(?<text>\S.*)$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Item();

    [GeneratedRegex(@"^\s{0,3}(=+|-{2,})\s*$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Underline();

    [GeneratedRegex(@"^\s{0,3}((-\s*){2,}|(=\s*){2,}|(\*\s*){3,}|(_\s*){3,})$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Rule();

    [GeneratedRegex(@"^\s*\|[\s:|-]+$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex TableRule();

    [GeneratedRegex(@"(?<!\\)\|", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex UnescapedBar();
}
