using System.Text.RegularExpressions;
using Resume2Website.Documents;
using Resume2Website.Reader.Inspection;
using Resume2Website.Reader.Lines;

namespace Resume2Website.Reader.Text;

/// <summary>
/// Reads plain text: a line is a line, blank lines part blocks, and a line that is underlined or framed ("--- Work ---") is a heading.
/// Three spaces or more in a line set columns: they become a tab.
/// </summary>
internal sealed partial class PlainTextReader : IFormatReader
{
    public InspectionReport Inspect(DocumentSource source) => TextInspection.Inspect(source);

    public SourceDocument Read(DocumentSource source, Action<ReadingProgress> progress)
    {
        var rows = TextDecoding.Decode(source.Content.Span).ReplaceLineEndings("\n").Split('\n', '\f');
        var lines = new LineCollector();
        var block = 1;
        for (var i = 0; i < rows.Length; i++)
        {
            var text = LineText.Clean(ColumnGap().Replace(rows[i].TrimStart(), "\t"), keepTabs: true);
            if (text.Length == 0)
            {
                block++;
                continue;
            }

            if (IsRule(text)) continue;
            var framed = Frame().Match(text);
            var isHeading = framed.Success || (i + 1 < rows.Length && IsRule(rows[i + 1].Trim()));
            var item = text;
            var isItem = !isHeading && Bullets.TryStrip(text, out item);
            lines.Add(new SourceLine
            {
                Page = 1,
                Number = 0,
                Text = framed.Success ? framed.Groups["title"].Value : item,
                Role = isItem ? SourceLineRole.ListItem : isHeading ? SourceLineRole.Heading : SourceLineRole.Body,
                Level = isItem ? DepthOf(rows[i]) : isHeading ? 1 : 0,
                Block = block,
            });
        }

        progress(new ReadingProgress(1, 1));
        return lines.Finish(source.Format, [new SourcePage(1)]);
    }

    [GeneratedRegex(" {3,}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ColumnGap();

    [GeneratedRegex(@"^(?<rule>[-=*_~#])\k<rule>+\s+(?<title>.*\S)\s+\k<rule>{2,}$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Frame();

    /// <summary>Four spaces or a tab set an item one level deeper.</summary>
    private static int DepthOf(string row)
    {
        var indent = row.TakeWhile(char.IsWhiteSpace).Sum(c => c == '\t' ? 4 : 1);
        return indent >= 4 ? 2 : 1;
    }

    private static bool IsRule(string text) =>
        text.Length >= 3 && text.All(c => c is '-' or '=' or '_' or '*' or '~' or '─' or '━' or '═' or ' ') && text.Distinct().Count() <= 2;
}
