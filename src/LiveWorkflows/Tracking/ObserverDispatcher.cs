using LiveWorkflows.Events;
using LiveWorkflows.Hooks;
using Microsoft.Extensions.Logging;

namespace LiveWorkflows.Tracking;

/// <summary>Hands every workflow's events to the application's observers, each in its own time.</summary>
internal sealed class ObserverDispatcher
{
    private readonly IReadOnlyList<HookDispatcher> _dispatchers;

    public ObserverDispatcher(IReadOnlyList<IWorkflowObserver> observers, ILogger logger, TimeProvider time)
    {
        _dispatchers = [.. observers.Select(observer =>
        {
            var dispatcher = new HookDispatcher(logger, time);
            dispatcher.Add(workflowEvent => IsInterested(observer, workflowEvent), workflowEvent => observer.OnEventAsync(workflowEvent, CancellationToken.None));
            return dispatcher;
        })];
    }

    /// <summary>Asked on the pump's thread, where somebody else's exception must not end anything: an observer that cannot say is told.</summary>
    private static bool IsInterested(IWorkflowObserver observer, WorkflowEvent workflowEvent)
    {
        try
        {
            return observer.IsInterestedIn(workflowEvent.EventType);
        }
        catch (Exception)
        {
            return true;
        }
    }

    public void Post(WorkflowEvent workflowEvent)
    {
        foreach (var dispatcher in _dispatchers) dispatcher.Post(workflowEvent);
    }

    public Task CompleteAsync(TimeSpan atMost) => Task.WhenAll(_dispatchers.Select(dispatcher => dispatcher.CompleteAsync(atMost)));
}
