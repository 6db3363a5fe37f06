using Resume2Website.Extraction.Layout;

namespace Resume2Website.Extraction.Entries;

/// <summary>A section of a CV as it is laid out.</summary>
/// <param name="Kind">Its name in JSON Resume; <c>preamble</c> for what stands above the first heading.</param>
/// <param name="Heading">Its heading; null when it has none.</param>
/// <param name="Lines">Its lines.</param>
/// <param name="Confidence">How sure its kind is, 0 to 1.</param>
internal sealed record CvSection(string Kind, LayoutLine? Heading, List<LayoutLine> Lines, double Confidence)
{
    /// <summary>What stands above the first heading.</summary>
    public const string Preamble = "preamble";
}
