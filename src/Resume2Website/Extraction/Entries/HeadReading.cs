namespace Resume2Website.Extraction.Entries;

/// <summary>One way to part a head.</summary>
/// <param name="Score">The logarithm of how likely it is, but for a constant.</param>
/// <param name="Groups">Its groups in order.</param>
internal sealed record HeadReading(double Score, IReadOnlyList<HeadGroup> Groups)
{
    /// <summary>The text of the first group of a role; null when there is none.</summary>
    public string? Text(HeadRole role) => Groups.FirstOrDefault(group => group.Role == role)?.Text;
}
