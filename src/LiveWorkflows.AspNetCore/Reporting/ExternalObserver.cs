using LiveWorkflows.Events;
using LiveWorkflows.Hooks;
using Microsoft.Extensions.DependencyInjection;

namespace LiveWorkflows.AspNetCore.Reporting;

/// <summary>Tells <see cref="ExternalWorkflows"/> of ends and deletions. It is asked for late, since the tracker, which it needs, is made with this observer.</summary>
internal sealed class ExternalObserver(IServiceProvider services) : IWorkflowObserver
{
    private ExternalWorkflows External => services.GetRequiredService<ExternalWorkflows>();

    public bool IsInterestedIn(string eventType) => WorkflowEventSerializer.IsTerminal(eventType);

    public ValueTask OnEventAsync(WorkflowEvent workflowEvent, CancellationToken cancellationToken)
    {
        if (workflowEvent.IsTerminal) External.Release(workflowEvent.WorkflowId);
        return ValueTask.CompletedTask;
    }

    public ValueTask OnDeletedAsync(string workflowId, CancellationToken cancellationToken) => External.ForgetAsync(workflowId, cancellationToken);
}
