namespace Resume2Website.Sites.Printing;

/// <summary>A size of paper.</summary>
public enum Paper
{
    /// <summary>210 × 297 mm, everywhere but in North America.</summary>
    A4,

    /// <summary>8.5 × 11 inches.</summary>
    Letter,
}
