namespace Resume2Website.Stages;

/// <summary>A page of the document.</summary>
public sealed record DocumentPage
{
    /// <summary>Its number, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>Its width in points (1/72 inch); null where the format has no pages.</summary>
    public double? Width { get; init; }

    /// <summary>Its height in points; null where the format has no pages.</summary>
    public double? Height { get; init; }
}
