namespace Resume2Website.Server.Uploads;

/// <summary>A visitor's jobs, newest first.</summary>
internal sealed record JobList(IReadOnlyList<JobView> Jobs);
