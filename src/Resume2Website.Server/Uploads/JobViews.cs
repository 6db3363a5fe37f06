using System.Text.Json;
using LiveWorkflows;
using LiveWorkflows.Artifacts;
using LiveWorkflows.Jobs;
using Resume2Website.Server.Access;
using Resume2Website.Stages;

namespace Resume2Website.Server.Uploads;

/// <summary>Puts together what a job's owner sees of it.</summary>
internal sealed class JobViews(WorkflowTracker tracker, CvJobStore jobs, IArtifactStore artifacts, IJobQueue queue)
{
    public async Task<JobView> ShowAsync(JobOwnership ownership, bool withResume, CancellationToken cancellationToken)
    {
        var summary = await tracker.GetSummaryAsync(ownership.LastRun, cancellationToken);
        var job = await jobs.FindAsync(ownership.JobId, cancellationToken);
        var status = summary?.Status ?? WorkflowStatus.Queued;
        return new JobView
        {
            JobId = ownership.JobId,
            WorkflowId = ownership.LastRun,
            Status = status,
            QueuePosition = status == WorkflowStatus.Queued ? await queue.GetPositionAsync(ownership.LastRun, cancellationToken) : null,
            Percentage = summary?.Percentage ?? 0,
            CreatedAt = ownership.CreatedAt,
            EndedAt = summary?.EndedAt,
            FileName = job?.Files[0].Name,
            Pages = job?.Pages,
            Confidence = job?.Confidence,
            Sections = job?.Sections,
            Error = status is WorkflowStatus.Failed or WorkflowStatus.Abandoned && summary is { Errors: [.., var last] } ? last : null,
            UploadDeadline = ownership.UploadDeadline,
            UploadUrl = ownership.UploadDeadline is null ? null : UploadUrl(ownership.JobId),
            StreamUrl = JobAnswer.Stream(ownership.LastRun),
            StatusUrl = CvUrls.Job(ownership.JobId),
            SiteUrl = job is { Site.Count: > 0 } ? CvUrls.Site(ownership.JobId) : null,
            ResumeUrl = job?.Resume is null ? null : CvUrls.Resume(ownership.JobId),
            LinesUrl = job?.Lines is null ? null : CvUrls.Lines(ownership.JobId),
            DownloadUrl = job?.SiteZip is null ? null : CvUrls.Download(ownership.JobId),
            OriginalUrl = job is { OriginalDeleted: false } ? $"{CvUrls.Job(ownership.JobId)}/original" : null,
            OriginalExpiresAt = job?.OriginalExpiresAt,
            Resume = withResume && job?.Resume is { } digest ? await ReadAsync(ownership.JobId, digest, cancellationToken) : null,
        };
    }

    public static string UploadUrl(string jobId) => $"{CvUrls.Job(jobId)}/file";

    private async Task<JsonElement?> ReadAsync(string jobId, string digest, CancellationToken cancellationToken)
    {
        if (!ArtifactDigest.TryParse(digest, out var parsed) || await artifacts.OpenAsync(jobId, parsed, cancellationToken) is not { } stream) return null;
        await using (stream)
        {
            using var document = await JsonDocument.ParseAsync(stream, cancellationToken: cancellationToken);
            return document.RootElement.Clone();
        }
    }
}
