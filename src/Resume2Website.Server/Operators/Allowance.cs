namespace Resume2Website.Server.Operators;

/// <summary>How much of something is used.</summary>
/// <param name="Used">How much is used now.</param>
/// <param name="Limit">How much may be.</param>
internal sealed record Allowance(int Used, int Limit);
