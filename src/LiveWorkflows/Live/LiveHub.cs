using System.Collections.Concurrent;
using LiveWorkflows.EventLog;

namespace LiveWorkflows.Live;

/// <summary>Where stored events become visible: every stream of this process reads its workflow's frames here.</summary>
public sealed class LiveHub
{
    private readonly IEventLog _log;
    private readonly ConcurrentDictionary<string, WorkflowChannel> _channels = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> _live = new(StringComparer.Ordinal);
    private readonly Lock _gate = new();
    private int _subscribers;

    /// <summary>Creates a hub that replays from a log.</summary>
    public LiveHub(IEventLog log) => _log = log;

    /// <summary>Open subscriptions, over all workflows.</summary>
    public int Subscribers => Volatile.Read(ref _subscribers);

    /// <summary>Subscribes to a workflow from behind a sequence number: first what is stored, then what comes.</summary>
    public EventSubscription Subscribe(string workflowId, long afterSequence = 0)
    {
        lock (_gate)
        {
            var channel = _channels.GetOrAdd(workflowId, static _ => new WorkflowChannel());
            channel.Subscribers++;
            _subscribers++;
            return new EventSubscription(this, _log, workflowId, channel, afterSequence);
        }
    }

    internal void Publish(string workflowId, IReadOnlyList<EventFrame> frames)
    {
        if (frames.Count == 0) return;
        WorkflowChannel channel;
        lock (_gate) channel = _channels.GetOrAdd(workflowId, static _ => new WorkflowChannel());
        channel.Publish(frames);
        if (frames[^1].IsTerminal) Drop(workflowId, channel);
    }

    internal void MarkDeleted(string workflowId)
    {
        if (_channels.TryGetValue(workflowId, out var channel))
        {
            channel.MarkDeleted();
            Drop(workflowId, channel);
        }
    }

    internal void Release(string workflowId, WorkflowChannel channel)
    {
        lock (_gate)
        {
            channel.Subscribers--;
            _subscribers--;
        }

        if (channel.IsDeleted || channel.Head < 0 || !_live.ContainsKey(workflowId)) Drop(workflowId, channel);
    }

    /// <summary>Keeps a workflow's frames in memory while it runs, whether anybody watches or not.</summary>
    internal void Keep(string workflowId) => _live[workflowId] = true;

    internal void LetGo(string workflowId)
    {
        _live.TryRemove(workflowId, out _);
        if (_channels.TryGetValue(workflowId, out var channel)) Drop(workflowId, channel);
    }

    private void Drop(string workflowId, WorkflowChannel channel)
    {
        lock (_gate)
        {
            if (channel.Subscribers == 0 && !_live.ContainsKey(workflowId)) _channels.TryRemove(KeyValuePair.Create(workflowId, channel));
        }
    }
}
