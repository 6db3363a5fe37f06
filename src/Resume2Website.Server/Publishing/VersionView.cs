namespace Resume2Website.Server.Publishing;

/// <summary>A published version, as its owner sees it.</summary>
internal sealed record VersionView(int Version, DateTimeOffset PublishedAt, string Template, string? Accent, bool IsShown);
