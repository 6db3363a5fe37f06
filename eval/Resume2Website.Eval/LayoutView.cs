using System.Globalization;
using Resume2Website.Documents;
using Resume2Website.Extraction.Layout;
using Resume2Website.Extraction.Rules;

namespace Resume2Website.Eval;

/// <summary>Shows how the engine sees a document: its sections and their lines in reading order.</summary>
internal static class LayoutView
{
    /// <summary>Writes the view, one line of text a line.</summary>
    public static async Task WriteAsync(SourceDocument document, TextWriter output)
    {
        foreach (var section in SectionFinder.Find(LayoutAnalysis.Analyze(document)))
        {
            await output.WriteLineAsync($"== {section.Kind}: {section.Heading?.Text}");
            foreach (var line in section.Lines)
            {
                var text = line.Text.Replace("\t", " ⇥ ", StringComparison.Ordinal);
                var gap = line.GapBefore.ToString("F1", CultureInfo.InvariantCulture);
                await output.WriteLineAsync($"  {line.First.Number,3} region {line.Region,2} gap {gap} {(line.IsBullet ? "•" : " ")} {text}");
            }
        }
    }
}
