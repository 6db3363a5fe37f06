using Resume2Website.Extraction.Entries;
using Resume2Website.Extraction.Layout;

namespace Resume2Website.Extraction.Rules;

/// <summary>A line and the section that the rules put it in.</summary>
/// <param name="Line">The line.</param>
/// <param name="Section">Its section.</param>
/// <param name="IsHeading">Whether it is the section's heading.</param>
internal sealed record SectionedLine(LayoutLine Line, CvSection Section, bool IsHeading);
