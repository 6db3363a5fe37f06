using LiveWorkflows;
using Resume2Website.Stages;

namespace Resume2Website.Server.Uploads;

/// <summary>The answer to an upload, and to what starts another run.</summary>
internal sealed record JobAnswer
{
    public required string JobId { get; init; }

    /// <summary>The run that was started: the job's own id for its first.</summary>
    public required string WorkflowId { get; init; }

    public required string Ticket { get; init; }

    public required WorkflowStatus Status { get; init; }

    public string StreamUrl => Stream(WorkflowId);

    public string StatusUrl => CvUrls.Job(JobId);

    public string SiteUrl => CvUrls.Site(JobId);

    public string ResumeUrl => CvUrls.Resume(JobId);

    public static string Stream(string workflowId) => $"/api/v1/sse/cv-processing/{workflowId}";
}
