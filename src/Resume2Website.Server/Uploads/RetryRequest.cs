namespace Resume2Website.Server.Uploads;

/// <summary>What may be different when a job is tried again.</summary>
/// <param name="Password">The password of an encrypted document.</param>
internal sealed record RetryRequest(string? Password = null);
