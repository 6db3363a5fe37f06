using Resume2Website.Documents;

namespace Resume2Website.Extraction.Entries;

/// <summary>A value, where it stands, and how sure it is.</summary>
/// <param name="Text">The value.</param>
/// <param name="Source">The line it begins in.</param>
/// <param name="Confidence">How sure it is, 0 to 1.</param>
internal sealed record Found(string Text, SourceLine Source, double Confidence)
{
    /// <summary>What it was joined of, each with its own line; empty for a value that stands in one place.</summary>
    public IReadOnlyList<Found> Parts { get; init; } = [];
}
