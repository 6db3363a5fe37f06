namespace Resume2Website.Resumes;

/// <summary>Where a value stands in the document.</summary>
public sealed record ValueProvenance
{
    /// <summary>The page, from 1.</summary>
    public int Page { get; init; }

    /// <summary>The line's number in the document, from 1.</summary>
    public int Line { get; init; }

    /// <summary>Left, top, width and height in points from the page's top left corner; empty where the format has no places.</summary>
    public IReadOnlyList<double> Box { get; init => field = value ?? []; } = [];
}
