using System.Text.Json;
using LiveWorkflows;
using LiveWorkflows.Errors;

namespace Resume2Website.Server.Uploads;

/// <summary>A job as its owner sees it.</summary>
internal sealed record JobView
{
    public required string JobId { get; init; }

    /// <summary>The newest run.</summary>
    public required string WorkflowId { get; init; }

    public required WorkflowStatus Status { get; init; }

    /// <summary>How many jobs stand before it; null when it does not wait for a worker.</summary>
    public int? QueuePosition { get; init; }

    public double Percentage { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

    public string? FileName { get; init; }

    public int? Pages { get; init; }

    public double? Confidence { get; init; }

    public IReadOnlyDictionary<string, int>? Sections { get; init; }

    /// <summary>Why the newest run failed.</summary>
    public WorkflowError? Error { get; init; }

    /// <summary>By when the file must have come, for a job that waits for it.</summary>
    public DateTimeOffset? UploadDeadline { get; init; }

    public string? UploadUrl { get; init; }

    public required string StreamUrl { get; init; }

    public required string StatusUrl { get; init; }

    /// <summary>Null until the site can be seen.</summary>
    public string? SiteUrl { get; init; }

    /// <summary>Null until the résumé is known.</summary>
    public string? ResumeUrl { get; init; }

    /// <summary>The lines of the document; null until the résumé is known, once they were deleted with the upload, and where it has none.</summary>
    public string? LinesUrl { get; init; }

    public string? DownloadUrl { get; init; }

    /// <summary>Null when the upload was deleted or did not come yet.</summary>
    public string? OriginalUrl { get; init; }

    public DateTimeOffset? OriginalExpiresAt { get; init; }

    /// <summary>The résumé as far as it is known: JSON Resume, with confidence and provenance in its <c>meta</c>. Left out of lists.</summary>
    public JsonElement? Resume { get; init; }
}
