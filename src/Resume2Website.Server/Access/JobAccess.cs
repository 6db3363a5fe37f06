namespace Resume2Website.Server.Access;

/// <summary>Gives a job to its visitor and to whoever holds its ticket; for everyone else it does not exist.</summary>
internal sealed class JobAccess(JobOwnershipStore jobs, Tickets tickets)
{
    public async ValueTask<JobOwnership?> FindAsync(HttpContext context, string jobId)
    {
        var ownership = await jobs.FindAsync(jobId, context.RequestAborted);
        return ownership is { IsDeleted: false } && await IsAllowedAsync(context, ownership) ? ownership : null;
    }

    public async ValueTask<bool> IsAllowedAsync(HttpContext context, JobOwnership ownership)
    {
        if (ownership.Owner is { } owner && owner == VisitorSession.Find(context)) return true;
        return await tickets.IsBroughtAsync(context, ownership.JobId) && await tickets.IsInTimeAsync(ownership.LastRun, context.RequestAborted);
    }
}
