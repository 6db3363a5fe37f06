namespace Resume2Website.Resumes;

/// <summary>Where a value stands in the document.</summary>
public sealed record ValueProvenance
{
    /// <summary>The page that it begins on, from 1.</summary>
    public int Page { get; init; }

    /// <summary>The number of the line that it begins in, from 1 through the document.</summary>
    public int Line { get; init; }

    /// <summary>The numbers of all lines that it stands in, in the order in which they are read.</summary>
    public IReadOnlyList<int> Lines { get; init => field = value ?? []; } = [];

    /// <summary>
    /// Left, top, width and height in points from the page's top left corner, around all its lines on <see cref="Page"/>;
    /// empty where the format has no places.
    /// </summary>
    public IReadOnlyList<double> Box { get; init => field = value ?? []; } = [];

    /// <summary>Where it goes on, when it runs over the end of a page; else null.</summary>
    public IReadOnlyList<PagePlace>? OtherPages { get; init; }
}
