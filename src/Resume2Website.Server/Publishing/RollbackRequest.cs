namespace Resume2Website.Server.Publishing;

/// <summary>What may be said with bringing an earlier version back.</summary>
/// <param name="Version">The version; the one before the one that is shown when null.</param>
internal sealed record RollbackRequest(int? Version = null);
