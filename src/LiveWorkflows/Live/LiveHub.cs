using System.Collections.Concurrent;
using LiveWorkflows.EventLog;

namespace LiveWorkflows.Live;

/// <summary>Where stored events become visible: every stream of this process reads its workflow's frames here.</summary>
public sealed class LiveHub
{
    /// <summary>Memory for the newest events of all workflows together.</summary>
    private const long RecentBytes = 16L << 20;

    private readonly IEventLog _log;
    private readonly ConcurrentDictionary<string, WorkflowChannel> _channels = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> _live = new(StringComparer.Ordinal);
    private readonly RecentBlocks _recent;
    private readonly TimeProvider _time;
    private readonly Lock _gate = new();
    private int _subscribers;

    /// <summary>Creates a hub that replays from a log.</summary>
    public LiveHub(IEventLog log) : this(log, TimeProvider.System)
    {
    }

    internal LiveHub(IEventLog log, TimeProvider time, long recentBytes = RecentBytes) => (_log, _time, _recent) = (log, time, new RecentBlocks(recentBytes));

    /// <summary>Open subscriptions, over all workflows.</summary>
    public int Subscribers => Volatile.Read(ref _subscribers);

    /// <summary>Memory that the newest events take, which streams read without asking the log; bounded over all workflows, the oldest go first.</summary>
    public long MemoryBytes => _recent.Bytes;

    /// <summary>Subscribes to a workflow from behind a sequence number: first what is stored, then what comes.</summary>
    public EventSubscription Subscribe(string workflowId, long afterSequence = 0)
    {
        lock (_gate)
        {
            var channel = Channel(workflowId);
            channel.Subscribers++;
            _subscribers++;
            return new EventSubscription(this, _log, workflowId, channel, afterSequence);
        }
    }

    /// <summary>Shows stored events, in the order of their numbers.</summary>
    internal void Publish(string workflowId, IReadOnlyList<NewEvent> events)
    {
        if (events.Count == 0) return;
        WorkflowChannel channel;
        lock (_gate) channel = Channel(workflowId);
        for (var from = 0; from < events.Count;)
        {
            var block = FrameBlock.Of(events, from, out var count);
            from += count;
            channel.Publish(block, wakes: from == events.Count);
        }

        if (events[^1].IsTerminal) Drop(workflowId, channel);
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

    private WorkflowChannel Channel(string workflowId) => _channels.GetOrAdd(workflowId, static (_, hub) => new WorkflowChannel(hub._recent, hub._time), this);

    private void Drop(string workflowId, WorkflowChannel channel)
    {
        lock (_gate)
        {
            if (channel.Subscribers > 0 || _live.ContainsKey(workflowId) || !_channels.TryRemove(KeyValuePair.Create(workflowId, channel))) return;
        }

        channel.Close();
    }
}
