using System.Globalization;
using System.Runtime.CompilerServices;

namespace LiveWorkflows.EventLog;

/// <summary>An event log that lives as long as the process: for tests, for command lines, for a first try.</summary>
public sealed class InMemoryEventLog : IEventLog
{
    private const int SliceSize = 256;

    private readonly Lock _gate = new();
    private readonly AppendSignals _signals = new();
    private readonly Dictionary<string, WorkflowHistory> _workflows = new(StringComparer.Ordinal);
    private readonly List<StoredEvent?> _all = [];
    private readonly string _identity = Guid.NewGuid().ToString("N")[..8];

    /// <inheritdoc/>
    public bool IsExclusive => true;

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<AppendResult>> AppendAsync(IReadOnlyList<EventBatch> batches, CancellationToken cancellationToken = default)
    {
        AppendRules.Validate(batches);
        cancellationToken.ThrowIfCancellationRequested();
        var results = new AppendResult[batches.Count];
        lock (_gate)
        {
            for (var i = 0; i < results.Length; i++) results[i] = Append(batches[i]);
        }

        for (var i = 0; i < results.Length; i++)
        {
            if (results[i].Status == AppendStatus.Appended) _signals.Raise(batches[i].WorkflowId);
        }

        _signals.All.Raise();
        return ValueTask.FromResult<IReadOnlyList<AppendResult>>(results);
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<StoredEvent> ReadAsync(
        string workflowId, long afterSequence = 0, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        WorkflowId.ThrowIfInvalid(workflowId);
        await Task.CompletedTask.ConfigureAwait(false);
        for (var slice = Slice(workflowId, afterSequence); slice.Count > 0; slice = Slice(workflowId, slice[^1].Sequence))
        {
            foreach (var stored in slice)
            {
                cancellationToken.ThrowIfCancellationRequested();
                yield return stored;
            }
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<StoredEvent> FollowAsync(
        string workflowId, long afterSequence = 0, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        WorkflowId.ThrowIfInvalid(workflowId);
        using var following = _signals.Follow(workflowId);
        while (!IsDeleted(workflowId))
        {
            var changed = following.Signal.Next;
            await foreach (var stored in ReadAsync(workflowId, afterSequence, cancellationToken).ConfigureAwait(false))
            {
                afterSequence = stored.Sequence;
                yield return stored;
            }

            if (!IsDeleted(workflowId)) await changed.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<StoredEvent> ReadAllAsync(
        LogPosition after = default, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await Task.CompletedTask.ConfigureAwait(false);
        var index = IndexBehind(after);
        int end;
        lock (_gate) end = _all.Count;
        while (index < end)
        {
            List<StoredEvent?> slice;
            lock (_gate) slice = _all.GetRange(index, Math.Min(SliceSize, end - index));
            index += slice.Count;
            foreach (var stored in slice)
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (stored is not null) yield return stored;
            }
        }
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<StoredEvent> FollowAllAsync(LogPosition? after = null, CancellationToken cancellationToken = default)
    {
        lock (_gate) return FollowBehindAsync(PositionOf(after is { } position ? IndexBehind(position) : _all.Count), cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<LogHead?> GetHeadAsync(string workflowId, CancellationToken cancellationToken = default)
    {
        WorkflowId.ThrowIfInvalid(workflowId);
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate) return ValueTask.FromResult(_workflows.GetValueOrDefault(workflowId)?.Head);
    }

    /// <inheritdoc/>
    public ValueTask DeleteAsync(string workflowId, CancellationToken cancellationToken = default)
    {
        WorkflowId.ThrowIfInvalid(workflowId);
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            if (!_workflows.TryGetValue(workflowId, out var history)) _workflows[workflowId] = history = new WorkflowHistory();
            foreach (var index in history.Indexes) _all[index] = null;
            history.Erase();
        }

        _signals.Raise(workflowId);
        return ValueTask.CompletedTask;
    }

    private AppendResult Append(EventBatch batch)
    {
        var history = _workflows.GetValueOrDefault(batch.WorkflowId);
        if (history is { IsDeleted: true }) return new AppendResult(AppendStatus.Deleted);
        var status = AppendRules.Judge(history?.Head, batch);
        if (status != AppendStatus.Appended) return new AppendResult(status);

        if (history is null) _workflows[batch.WorkflowId] = history = new WorkflowHistory();
        foreach (var item in batch.Events)
        {
            var stored = new StoredEvent(batch.WorkflowId, item.Sequence, item.Type, item.Data.ToArray(), PositionOf(_all.Count + 1));
            history.Add(stored, _all.Count);
            _all.Add(stored);
        }

        var last = batch.Events[^1];
        history.Head = new LogHead(PositionOf(_all.Count), last.Sequence, batch.Epoch, last.IsTerminal);
        return new AppendResult(AppendStatus.Appended, history.Head.Position);
    }

    private async IAsyncEnumerable<StoredEvent> FollowBehindAsync(
        LogPosition after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (true)
        {
            var changed = _signals.All.Next;
            await foreach (var stored in ReadAllAsync(after, cancellationToken).ConfigureAwait(false))
            {
                after = stored.Position;
                yield return stored;
            }

            await changed.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private List<StoredEvent> Slice(string workflowId, long afterSequence)
    {
        lock (_gate) return _workflows.GetValueOrDefault(workflowId)?.Slice(afterSequence, SliceSize) ?? [];
    }

    private bool IsDeleted(string workflowId)
    {
        lock (_gate) return _workflows.GetValueOrDefault(workflowId) is { IsDeleted: true };
    }

    private LogPosition PositionOf(int count) => new(string.Create(CultureInfo.InvariantCulture, $"{_identity}-{count}"));

    private int IndexBehind(LogPosition position)
    {
        var token = position.Token.AsSpan();
        if (token.Length < 10 || !token.StartsWith(_identity, StringComparison.Ordinal) || token[8] != '-') return 0;
        if (!int.TryParse(token[9..], NumberStyles.None, CultureInfo.InvariantCulture, out var count)) return 0;
        lock (_gate) return count <= _all.Count ? count : 0;
    }

    private sealed class WorkflowHistory
    {
        private readonly List<StoredEvent> _events = [];
        private readonly List<int> _indexes = [];

        public LogHead? Head { get; set; }

        public bool IsDeleted { get; private set; }

        public IReadOnlyList<int> Indexes => _indexes;

        public void Add(StoredEvent stored, int index)
        {
            _events.Add(stored);
            _indexes.Add(index);
        }

        // Numbers begin at 1 without a gap, so the event behind number n stands at index n.
        public List<StoredEvent> Slice(long afterSequence, int size)
        {
            var start = (int)Math.Clamp(afterSequence, 0, _events.Count);
            return _events.GetRange(start, Math.Min(size, _events.Count - start));
        }

        public void Erase()
        {
            IsDeleted = true;
            Head = null;
            _events.Clear();
            _indexes.Clear();
        }
    }
}
