namespace Resume2Website.Sites.Printing;

/// <summary>How a site is printed.</summary>
public sealed record PrintOptions
{
    /// <summary>The paper; A4 unless said otherwise.</summary>
    public Paper Paper { get; init; } = Paper.A4;

    /// <summary>The day that the PDF says it was made on; a fixed one when null, so that the bytes do not depend on the clock.</summary>
    public DateOnly? AsOf { get; init; }
}
