using Resume2Website.Documents;

namespace Resume2Website.Extraction.Layout;

/// <summary>A line of the document without ornament.</summary>
/// <param name="Source">The line.</param>
/// <param name="Text">Its text.</param>
/// <param name="IsBullet">Whether it is an item of a list.</param>
/// <param name="IsDecorated">Whether marks of plain text set it off as a heading.</param>
internal sealed record CleanLine(SourceLine Source, string Text, bool IsBullet, bool IsDecorated)
{
    /// <summary>Where it stands; only for lines of formats with places.</summary>
    public SourceBox Box => Source.Box ?? default;
}
