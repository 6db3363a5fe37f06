namespace Resume2Website.Resumes;

/// <summary>The part of a value's place that is on one page.</summary>
public sealed record PagePlace
{
    /// <summary>The page, from 1.</summary>
    public int Page { get; init; }

    /// <summary>Left, top, width and height in points from the page's top left corner, around all lines of the value on it; empty where the format has no places.</summary>
    public IReadOnlyList<double> Box { get; init => field = value ?? []; } = [];
}
