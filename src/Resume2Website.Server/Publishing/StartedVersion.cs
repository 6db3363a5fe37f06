namespace Resume2Website.Server.Publishing;

/// <summary>A version that is being made; written before its first file, so that what is left of it can be found when the server stops in between.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Slug">The slug that it is for.</param>
/// <param name="Address">The public address that its pages name.</param>
internal sealed record StartedVersion(int Number, string Slug, string Address);
