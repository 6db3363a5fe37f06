using LiveWorkflows.Events;
using LiveWorkflows.Hooks;
using Microsoft.Extensions.DependencyInjection;

namespace LiveWorkflows.AspNetCore.Reporting;

/// <summary>Tells <see cref="ExternalWorkflows"/> of ends and deletions. It is asked for late, since the tracker, which it needs, is made with this observer.</summary>
internal sealed class ExternalObserver(IServiceProvider services) : IWorkflowObserver
{
    private ExternalWorkflows? _external;

    public bool IsInterestedIn(string eventType) => WorkflowEventSerializer.IsTerminal(eventType);

    public ValueTask OnEventAsync(WorkflowEvent workflowEvent, CancellationToken cancellationToken)
    {
        if (workflowEvent.IsTerminal) Find()?.Release(workflowEvent.WorkflowId);
        return ValueTask.CompletedTask;
    }

    public ValueTask OnDeletedAsync(string workflowId, CancellationToken cancellationToken) =>
        Find() is { } external ? external.ForgetAsync(workflowId, cancellationToken) : ValueTask.CompletedTask;

    // The tracker tells its last ends while the program is taken down; who was never asked for until then has nothing to release.
    private ExternalWorkflows? Find()
    {
        try
        {
            return _external ??= services.GetRequiredService<ExternalWorkflows>();
        }
        catch (ObjectDisposedException)
        {
            return null;
        }
    }
}
