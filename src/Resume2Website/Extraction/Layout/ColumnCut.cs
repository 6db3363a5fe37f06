namespace Resume2Website.Extraction.Layout;

/// <summary>A vertical cut through a band of a page.</summary>
/// <param name="Left">The lines to the left.</param>
/// <param name="Right">The lines to the right.</param>
internal sealed record ColumnCut(List<CleanLine> Left, List<CleanLine> Right)
{
    /// <summary>How much the cut puts apart: the more lines on the thinner side, the better.</summary>
    public int Weight => (Math.Min(Left.Count, Right.Count) * 10) + Left.Count + Right.Count;

    /// <summary>The lines above the band, in its columns, and below it.</summary>
    public (List<CleanLine> Above, List<CleanLine> Left, List<CleanLine> Right, List<CleanLine> Below) Apply(IReadOnlyList<CleanLine> lines)
    {
        var inside = Left.Concat(Right).ToHashSet<CleanLine>(ReferenceEqualityComparer.Instance);
        var outside = lines.Where(line => !inside.Contains(line)).ToList();
        var middle = (inside.Min(line => line.Box.Y) + inside.Max(line => line.Box.Bottom)) / 2;
        return (outside.Where(line => line.Box.Y < middle).ToList(), Left, Right, outside.Where(line => line.Box.Y >= middle).ToList());
    }
}
