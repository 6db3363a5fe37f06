namespace Resume2Website.Server.Publishing;

/// <summary>An earlier version of a résumé.</summary>
/// <param name="ResumeUrl">Where it is; saving it again brings it back.</param>
/// <param name="ReplacedAt">When the next one was saved.</param>
internal sealed record EarlierResume(string ResumeUrl, DateTimeOffset ReplacedAt);
