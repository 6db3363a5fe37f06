using LiveWorkflows;
using LiveWorkflows.AspNetCore.Endpoints;
using Microsoft.Extensions.Options;
using Resume2Website.Server.Access;
using Resume2Website.Server.Hosting;
using Resume2Website.Stages;

namespace Resume2Website.Server.Uploads;

/// <summary>Starts a CV's workflow before its file is there: it waits for it, and runs as soon as it came.</summary>
internal sealed class CvStarter(
    WorkflowTracker tracker, JobOwnershipStore ownerships, WaitingJobs waiting, Tickets tickets, IOptions<ServerOptions> options, TimeProvider time) : IWorkflowStarter
{
    private const string FileNameTag = "file_name";

    public string Type => CvJob.WorkflowType;

    public async ValueTask<StartedWorkflow> StartAsync(WorkflowStartRequest request, HttpContext context, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var deadline = now + options.Value.Limits.UploadDeadline;
        var wanted = new WorkflowOptions { Id = request.Id, Type = Type, Tags = TagsOf(request), ParentWorkflowId = request.ParentWorkflowId };
        var id = await tracker.QueueAsync(request.Name, wanted, status: WorkflowStatus.Waiting, cancellationToken: cancellationToken);
        var ownership = new JobOwnership { JobId = id, Owner = VisitorSession.Ensure(context), CreatedAt = now, Runs = [id], UploadDeadline = deadline };
        await ownerships.CreateAsync(ownership, cancellationToken);
        waiting.Add(id, deadline);
        return new StartedWorkflow
        {
            WorkflowId = id,
            JobId = id,
            Ticket = await tickets.IssueAsync(id, cancellationToken),
            Status = WorkflowStatus.Waiting,
            StreamUrl = JobAnswer.Stream(id),
            UploadUrl = JobViews.UploadUrl(id),
        };
    }

    private static IReadOnlyDictionary<string, string>? TagsOf(WorkflowStartRequest request)
    {
        if (request.FileName is not { Length: > 0 } fileName) return request.Tags;
        var tags = new Dictionary<string, string>(request.Tags ?? new Dictionary<string, string>(), StringComparer.Ordinal);
        tags.TryAdd(FileNameTag, fileName);
        return tags;
    }
}
