using LiveWorkflows.Events;

namespace LiveWorkflows.Hooks;

/// <summary>Is told of every event of every workflow of the application, after it was stored.</summary>
/// <remarks>Register as a service. Events of one workflow come in order, one at a time. What an observer throws is logged; it can neither break nor slow a workflow.
/// For one that is thousands of events behind, first progress, metrics and lines of log are left out, at twice that other events, and never how a workflow begins and ends.</remarks>
public interface IWorkflowObserver
{
    /// <summary>Whether the observer wants events of a kind; those it does not want never wait for it. Asked for every event, so it is to be quick; true by default.</summary>
    bool IsInterestedIn(string eventType) => true;

    /// <summary>Takes an event.</summary>
    ValueTask OnEventAsync(WorkflowEvent workflowEvent, CancellationToken cancellationToken);

    /// <summary>A workflow was deleted: what is known of it is to be forgotten before this returns. What it throws, the one who deletes gets.</summary>
    ValueTask OnDeletedAsync(string workflowId, CancellationToken cancellationToken) => ValueTask.CompletedTask;
}
