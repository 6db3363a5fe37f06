namespace Resume2Website.Server.Operators;

/// <summary>How many of something a caller may do within a time.</summary>
/// <param name="Limit">How many.</param>
/// <param name="WindowMs">Within how many milliseconds.</param>
internal sealed record RateAllowance(int Limit, double WindowMs);
