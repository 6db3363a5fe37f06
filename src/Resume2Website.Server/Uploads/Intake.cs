using System.Runtime.InteropServices;
using LiveWorkflows;
using LiveWorkflows.Artifacts;
using LiveWorkflows.Jobs;
using Resume2Website.Server.Access;
using Resume2Website.Sites;
using Resume2Website.Stages;

namespace Resume2Website.Server.Uploads;

/// <summary>Makes an upload a job that runs by itself. Each step can be repeated, so an upload that broke off may be sent again.</summary>
internal sealed class Intake(
    IArtifactStore artifacts, CvJobStore jobs, JobOwnershipStore ownerships, WorkflowTracker tracker, IJobQueue queue, JobEraser eraser, TimeProvider time)
{
    /// <summary>Takes an upload as a new job; everything is durable when this returns.</summary>
    /// <exception cref="JobQueueFullException">Nothing was taken.</exception>
    public async Task TakeAsync(Upload upload, JobOwnership ownership, CancellationToken cancellationToken)
    {
        try
        {
            if (await ownerships.FindAsync(ownership.JobId, cancellationToken) is null) await ownerships.CreateAsync(ownership, cancellationToken);
            await KeepAsync(upload, ownership.JobId, cancellationToken);
            await AnnounceAsync(upload, ownership.JobId, cancellationToken);
            await queue.EnqueueAsync(CvJobPayload.For(ownership.JobId), cancellationToken);
        }
        catch
        {
            // Nothing was promised to anybody yet, so nothing of it stays.
            await eraser.EraseAsync(ownership, CancellationToken.None);
            throw;
        }
    }

    /// <summary>Takes the file of a job that was started without one.</summary>
    public async Task TakeFileAsync(Upload upload, JobOwnership ownership, CancellationToken cancellationToken)
    {
        await KeepAsync(upload, ownership.JobId, cancellationToken);
        await ownerships.UpdateAsync(ownership.JobId, known => known with { UploadDeadline = null }, cancellationToken);
        await queue.EnqueueAsync(CvJobPayload.For(ownership.JobId), cancellationToken);
    }

    private async Task KeepAsync(Upload upload, string jobId, CancellationToken cancellationToken)
    {
        var files = new List<CvFile>();
        foreach (var file in upload.Files)
        {
            var artifact = await artifacts.PutAsync(jobId, AsStream(file.Content), cancellationToken);
            files.Add(new CvFile(artifact.Digest.Value, artifact.Length, file.FileName, file.Format));
        }

        var now = time.GetUtcNow();
        await jobs.CreateAsync(new CvJob
        {
            Id = jobId,
            Files = files,
            UploadedAt = now,
            Options = new SiteOptions { Template = upload.Template ?? new SiteOptions().Template, AsOf = DateOnly.FromDateTime(now.UtcDateTime) },
            Password = upload.Password,
            AgreedLlm = upload.AgreedLlm,
            Format = upload.Files[0].Format,
        }, cancellationToken);
    }

    private async Task AnnounceAsync(Upload upload, string jobId, CancellationToken cancellationToken)
    {
        var depth = await queue.GetDepthAsync(cancellationToken);
        var options = new WorkflowOptions { Id = jobId, Type = CvJob.WorkflowType, Tags = upload.Tags };
        try
        {
            await tracker.QueueAsync(CvJob.WorkflowType, options, depth.Waiting, cancellationToken: cancellationToken);
        }
        catch (WorkflowIdTakenException)
        {
            // Either an earlier attempt of the same upload came this far, or it was deleted since and stays so.
            if (await tracker.GetSummaryAsync(jobId, cancellationToken) is null) throw;
        }
    }

    private static MemoryStream AsStream(ReadOnlyMemory<byte> content) =>
        MemoryMarshal.TryGetArray(content, out var bytes)
            ? new MemoryStream(bytes.Array!, bytes.Offset, bytes.Count, writable: false)
            : new MemoryStream(content.ToArray(), writable: false);
}
