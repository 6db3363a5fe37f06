using System.Globalization;
using Resume2Website.Documents;
using Resume2Website.Extraction.Layout;
using Resume2Website.Extraction.Learned;
using Resume2Website.Extraction.Rules;

namespace Resume2Website.Eval;

/// <summary>Shows how the engine sees a document: its lines in reading order, what each is, and what the rules alone would say where they differ.</summary>
internal static class LayoutView
{
    /// <summary>Writes the view, one line of text a line.</summary>
    public static async Task WriteAsync(SourceDocument document, TextWriter output)
    {
        var layout = LayoutAnalysis.Analyze(document);
        var ruled = SectionFinder.Order(layout);
        var labelled = new LineLabeller(LineModelFile.Shipped()).Label(ruled, layout.BodySize);
        foreach (var ((line, label, confidence), rule) in labelled.Zip(ruled))
        {
            var text = line.Text.Replace("\t", " ⇥ ", StringComparison.Ordinal);
            var differs = rule.Section.Kind == label.Section ? "" : $"   (rules: {rule.Section.Kind})";
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
                $"{line.First.Number,3} region {line.Region,2} gap {line.GapBefore:F1} {label.Section,-12} {label.Part,-8} {confidence:F2} {line.PartConfidence:F2} {(line.IsBullet ? "•" : " ")} {text}{differs}"));
        }
    }
}
