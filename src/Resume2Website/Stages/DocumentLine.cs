namespace Resume2Website.Stages;

/// <summary>A line of the document, by the number that provenance names.</summary>
public sealed record DocumentLine
{
    /// <summary>Its number, from 1 through the document.</summary>
    public required int Number { get; init; }

    /// <summary>The number of its page, from 1.</summary>
    public required int Page { get; init; }

    /// <summary>Its text.</summary>
    public required string Text { get; init; }

    /// <summary>Left, top, width and height in points from the page's top left corner; empty where the format has no places.</summary>
    public IReadOnlyList<double> Box { get; init => field = value ?? []; } = [];

    /// <summary>How sure the recognition is of it, 0 to 1; null when the text was not recognized but read.</summary>
    public double? RecognitionConfidence { get; init; }
}
