using System.Text;
using LiveWorkflows;
using LiveWorkflows.Artifacts;
using LiveWorkflows.Jobs;
using Microsoft.Extensions.Options;
using Resume2Website.Server.Access;
using Resume2Website.Server.Hosting;
using Resume2Website.Server.Problems;

namespace Resume2Website.Server.Uploads;

/// <summary>Receives uploads: judges whether they may be taken, and answers once they are.</summary>
internal sealed class UploadDesk(
    UploadReader reader, UploadSlots slots, Intake intake, IdempotencyClaims claims, JobOwnershipStore ownerships, IJobQueue queue,
    WorkflowTracker tracker, Tickets tickets, ClientLimits limits, IOptions<ServerOptions> options, TimeProvider time)
{
    private const string IdempotencyHeader = "Idempotency-Key";
    private const int MaxKeyLength = 255;
    private readonly StripedLock _claiming = new();
    private readonly StripedLock _waiting = new();

    /// <exception cref="RefusedException">The upload was not taken.</exception>
    public async Task<JobAnswer> ReceiveAsync(HttpContext context)
    {
        var idempotencyKey = IdempotencyKeyOf(context.Request);
        limits.TakeUpload(context);
        using var slot = slots.Take();
        await RefuseWhenFullAsync(context.RequestAborted);
        var upload = await ReadAsync(context);
        var jobId = idempotencyKey is null
            ? await TakeAsync(context, upload, WorkflowId.New(), claim: null)
            : await TakeOnceAsync(context, upload, idempotencyKey);
        return await AnswerAsync(jobId, context.RequestAborted);
    }

    /// <exception cref="RefusedException">The upload was not taken.</exception>
    public async Task<JobAnswer> ReceiveFileAsync(HttpContext context, JobOwnership ownership)
    {
        limits.TakeUpload(context);
        using var slot = slots.Take();
        await RefuseWhenFullAsync(context.RequestAborted);
        if (ownership.UploadDeadline is null) throw new RefusedException(ServerProblems.FileAlreadyThere);
        var upload = await ReadAsync(context);
        using (await _waiting.EnterAsync(ownership.JobId, context.RequestAborted))
        {
            var known = await ownerships.FindAsync(ownership.JobId, context.RequestAborted);
            if (known is not { UploadDeadline: not null, IsDeleted: false }) throw new RefusedException(ServerProblems.FileAlreadyThere);

            // A job that was cancelled while it waited takes no file: nobody would ever read it.
            if (await tracker.GetSummaryAsync(known.JobId, context.RequestAborted) is not { Status: WorkflowStatus.Waiting })
                throw new RefusedException(ServerProblems.FileAlreadyThere);
            await intake.TakeFileAsync(upload, known, context.RequestAborted);
        }

        return await AnswerAsync(ownership.JobId, context.RequestAborted);
    }

    private async Task<Upload> ReadAsync(HttpContext context)
    {
        var upload = await reader.ReadAsync(context);
        if (upload.AgreedLlm is not null) limits.TakeLlm(context);
        return upload;
    }

    private async Task<string> TakeOnceAsync(HttpContext context, Upload upload, string idempotencyKey)
    {
        var content = DigestOf(upload);
        var key = IdempotencyClaims.KeyOf(VisitorSession.Find(context) ?? content, idempotencyKey);
        using var turn = await _claiming.EnterAsync(key, context.RequestAborted);
        var claim = await claims.ClaimAsync(key, WorkflowId.New(), content, context.RequestAborted);
        if (claim.Content != content) throw new RefusedException(ServerProblems.IdempotencyKeyReused);
        if (claim.IsTaken) return claim.JobId;
        await TakeAsync(context, upload, claim.JobId, key);
        await claims.MarkTakenAsync(key, claim, CancellationToken.None);
        return claim.JobId;
    }

    private async Task<string> TakeAsync(HttpContext context, Upload upload, string jobId, string? claim)
    {
        var ownership = new JobOwnership
        {
            JobId = jobId, Owner = VisitorSession.Ensure(context), CreatedAt = time.GetUtcNow(), Runs = [jobId], Claim = claim,
        };
        await intake.TakeAsync(upload, ownership, context.RequestAborted);
        return jobId;
    }

    private async Task<JobAnswer> AnswerAsync(string jobId, CancellationToken cancellationToken) => new()
    {
        JobId = jobId,
        WorkflowId = jobId,
        Ticket = await tickets.IssueAsync(jobId, cancellationToken),
        Status = (await tracker.GetSummaryAsync(jobId, cancellationToken))?.Status ?? WorkflowStatus.Queued,
    };

    private async ValueTask RefuseWhenFullAsync(CancellationToken cancellationToken)
    {
        if ((await queue.GetDepthAsync(cancellationToken)).Waiting >= options.Value.Limits.MaxQueuedJobs) throw new RefusedException(ServerProblems.QueueFull);
    }

    private static string DigestOf(Upload upload)
    {
        var digests = upload.Files.Select(file => ArtifactDigest.Of(file.Content.Span).Value).ToList();
        return digests is [var only] ? only : ArtifactDigest.Of(Encoding.ASCII.GetBytes(string.Join(' ', digests))).Value;
    }

    private static string? IdempotencyKeyOf(HttpRequest request)
    {
        if (!request.Headers.TryGetValue(IdempotencyHeader, out var values)) return null;
        var key = values.ToString();
        return key.Length is > 0 and <= MaxKeyLength && key.All(character => character is > ' ' and < '\x7f')
            ? key
            : throw new RefusedException(ServerProblems.IdempotencyKeyInvalid);
    }
}
