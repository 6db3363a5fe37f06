using Resume2Website.Documents;
using Resume2Website.Resumes;

namespace Resume2Website.Extraction.Assembly;

/// <summary>What found no place among the values of a résumé.</summary>
/// <param name="Other">The lines, under their headings.</param>
/// <param name="Coverage">The share of all lines that stand somewhere in the résumé, these included, 0 to 1.</param>
/// <param name="Placed">The share of all lines that stand somewhere else in the résumé than in <paramref name="Other"/>, 0 to 1.</param>
/// <param name="Places">The lines of the document that each text of <paramref name="Other"/> stands in, by JSON pointer.</param>
internal sealed record LeftOver(IReadOnlyList<OtherSection> Other, double Coverage, double Placed, IReadOnlyList<(string Pointer, IReadOnlyList<SourceLine> Lines)> Places);
