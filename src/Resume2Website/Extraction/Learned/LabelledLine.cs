using Resume2Website.Extraction.Layout;

namespace Resume2Website.Extraction.Learned;

/// <summary>A line and what it is.</summary>
/// <param name="Line">The line, its part set.</param>
/// <param name="Label">What it is.</param>
/// <param name="SectionConfidence">How sure its section is, 0 to 1.</param>
internal sealed record LabelledLine(LayoutLine Line, LineLabel Label, double SectionConfidence);
