namespace Resume2Website.Documents;

/// <summary>A page.</summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="Width">Its width in points (1/72 inch); null where the format has no pages.</param>
/// <param name="Height">Its height in points; null where the format has no pages.</param>
public sealed record SourcePage(int Number, double? Width = null, double? Height = null);
