using System.Text.Json;
using LiveWorkflows.Jobs;

namespace Resume2Website.Stages;

/// <summary>What stands in the queue for a run of a CV: whose job it is. The first run of a job has the job's id; a retry is a run with an id of its own.</summary>
/// <param name="JobId">The job.</param>
public sealed record CvJobPayload(string JobId)
{
    /// <summary>The queue's entry for a run of a job.</summary>
    /// <param name="jobId">The job.</param>
    /// <param name="workflowId">The run; the job's own id for its first.</param>
    public static Job For(string jobId, string? workflowId = null) =>
        new(workflowId ?? jobId, CvJob.WorkflowType, JsonSerializer.SerializeToUtf8Bytes(new CvJobPayload(jobId), CvJson.Default.CvJobPayload));

    /// <summary>Whose job a queue's entry is.</summary>
    public static string JobIdOf(Job job)
    {
        ArgumentNullException.ThrowIfNull(job);
        return job.Payload.IsEmpty ? job.Id : JsonSerializer.Deserialize(job.Payload.Span, CvJson.Default.CvJobPayload)!.JobId;
    }
}
