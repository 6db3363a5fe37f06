namespace Resume2Website.Extraction.Entries;

/// <summary>What the head of an entry names.</summary>
/// <param name="Names">The role, the degree, the thing itself; a degree may be named in two parts.</param>
/// <param name="Organization">The employer, the school, who gave or printed it; null when none is named.</param>
/// <param name="Place">Where it was; null when no place is named.</param>
/// <param name="More">What else stands there.</param>
internal sealed record ReadHead(IReadOnlyList<Found> Names, Found? Organization, Found? Place, IReadOnlyList<Found> More)
{
    /// <summary>The first name; null when there is none.</summary>
    public Found? Name => Names.Count > 0 ? Names[0] : null;
}
