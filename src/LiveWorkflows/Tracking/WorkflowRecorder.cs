using LiveWorkflows.EventLog;
using LiveWorkflows.Events;
using LiveWorkflows.Metrics;

namespace LiveWorkflows.Tracking;

/// <summary>
/// A workflow's way to the log: what was noted is composed into events, numbered and kept until it is stored. Composing may happen on the pump's
/// thread or on that of one who asks for the summary; storing only on the pump's.
/// </summary>
internal sealed class WorkflowRecorder
{
    /// <summary>The least time between two progress events, and between two metric events, in ticks of <see cref="TimeSpan"/>.</summary>
    private const long ProgressInterval = 100 * TimeSpan.TicksPerMillisecond;

    private const long MetricInterval = 250 * TimeSpan.TicksPerMillisecond;

    /// <summary>Encoded events a workflow may have on their way before composing waits for the log.</summary>
    private const long MaximumOutbox = 2 << 20;

    /// <summary>What a composed event takes in memory besides its bytes, roughly.</summary>
    private const int EventOverhead = 256;

    /// <summary>Places in the outbox that are kept when it is empty.</summary>
    private const int KeptOutbox = 64;

    private readonly Lock _gate = new();
    private readonly Workflow _workflow;
    private readonly WorkflowState _state;
    private readonly EventBuffer _buffer;
    private readonly MetricSet _metrics;
    private readonly TimeProvider _time;
    private readonly Backlog _backlog;
    private readonly EventComposer _composer;
    private readonly List<OutgoingEvent> _outbox = [];
    private SlotSegment? _taken;
    private long _outboxBytes;
    private int _holds;
    private long? _clientSeqBeforeHold;
    private int _free;
    private long _progressDue = long.MinValue;
    private long _beatDue = long.MinValue;
    private long _metricsDue = long.MinValue;
    private volatile bool _progressReported;

    public WorkflowRecorder(
        Workflow workflow, WorkflowState state, EventBuffer buffer, MetricSet metrics, TimeProvider time, long epoch, IReadOnlyList<PlannedPhase> plan)
    {
        (_workflow, _state, _buffer, _metrics, _time, Epoch) = (workflow, state, buffer, metrics, time, epoch);
        _backlog = workflow.Tracker.Backlog;
        _composer = new EventComposer(workflow.Identity, state, new WorkflowClock(time), epoch) { Plan = plan, History = workflow.Tracker.History };
        IsResumed = state.LastSeq > 0;
        if (IsResumed) metrics.Restore(state.ToSummary());
    }

    public long Epoch { get; }

    /// <summary>Whether an earlier worker has begun this workflow.</summary>
    public bool IsResumed { get; }

    /// <summary>The position of the last stored batch, which the next one expects.</summary>
    public LogPosition? Position { get; set; }

    /// <summary>Whether the log takes nothing more from this writer.</summary>
    public bool IsLost { get; private set; }

    /// <summary>Whether the terminal event is stored.</summary>
    public bool IsSettled { get; private set; }

    /// <summary>Memory that the composed events on their way to the log take.</summary>
    public long OutboxBytes => Interlocked.Read(ref _outboxBytes);

    public bool HasUnstored
    {
        get
        {
            if (IsLost || IsSettled) return false;
            if (Volatile.Read(ref _holds) == 0 && (_buffer.HasPending || Volatile.Read(ref _taken) is not null)) return true;
            lock (_gate) return (_holds > 0 ? _free : _outbox.Count) > 0;
        }
    }

    public void ProgressChanged() => _progressReported = true;

    public StepSummary? BindStep(int index)
    {
        lock (_gate)
        {
            ComposePending();
            Encode();
            return _composer.KnownStep(index);
        }
    }

    public WorkflowSummary GetSummary()
    {
        lock (_gate)
        {
            ComposePending();
            ComposeMetrics(_time.GetTimestamp());
            Encode();
            var summary = _state.ToSummary();
            // Of what is still being said, a part may be composed: whoever reports it must not be told that all of it was taken.
            return _holds > 0 ? summary with { LastClientSeq = _clientSeqBeforeHold } : summary;
        }
    }

    /// <summary>What is noted from now on is stored as one batch, not before <see cref="Release"/>, and carries the reporter's number.</summary>
    public void Hold(long clientSeq)
    {
        lock (_gate)
        {
            if (_holds++ == 0)
            {
                ComposePending();
                Encode();
                _free = _outbox.Count;
                _clientSeqBeforeHold = _state.LastClientSeq;
            }

            _composer.ClientSeq = Math.Max(clientSeq, _composer.ClientSeq ?? 0);
        }
    }

    /// <summary>What was noted since <see cref="Hold"/> is complete, and may be stored.</summary>
    public void Release()
    {
        lock (_gate)
        {
            ComposePending();
            ComposeLastMetrics();
            Encode();
            if (--_holds == 0) _composer.ClientSeq = null;
        }
    }

    /// <summary>Composes what is pending and gives what is to be stored, or null when there is nothing.</summary>
    public EventBatch? NextBatch()
    {
        lock (_gate)
        {
            if (IsLost || IsSettled) return null;
            if (_holds == 0 && _outboxBytes < MaximumOutbox)
            {
                ComposePending(MaximumOutbox);
                if (_taken is null) ComposePeriodic();
                Encode();
            }

            var count = _holds > 0 ? _free : _outbox.Count;
            if (count == 0) return null;
            var events = new NewEvent[count];
            for (var i = 0; i < count; i++) events[i] = _outbox[i].Encoded;
            return new EventBatch { WorkflowId = _workflow.Id, Epoch = Epoch, ExpectedPosition = Position, Events = events };
        }
    }

    /// <summary>The first <paramref name="count"/> events of the outbox are stored; gives them.</summary>
    public OutgoingEvent[] MarkStored(int count, LogPosition position)
    {
        lock (_gate)
        {
            // Let go of while it was being stored: it is nobody's to show here any more.
            if (IsLost) return [];
            var stored = new OutgoingEvent[count];
            _outbox.CopyTo(0, stored, 0, count);
            _outbox.RemoveRange(0, count);
            if (_outbox.Count == 0 && _outbox.Capacity > KeptOutbox) _outbox.Capacity = 0;
            _free = Math.Max(0, _free - count);
            var bytes = 0L;
            foreach (var outgoing in stored) bytes += outgoing.Encoded.Data.Length + EventOverhead;
            _outboxBytes -= bytes;
            _backlog.Stored(bytes);
            Position = position;
            IsSettled = stored[^1].Event.IsTerminal;
            if (IsSettled && _state.Progress.Taught is { } taught) _workflow.Tracker.History?.Learn(_workflow.Type, taught);
            return stored;
        }
    }

    /// <summary>The log refuses this writer for good: what is on its way is let go.</summary>
    public void MarkLost()
    {
        lock (_gate)
        {
            IsLost = true;
            _buffer.Close();
            for (; (_taken ??= _buffer.TakeAll()) is { } segment; LetGo(segment))
            {
            }

            _composer.Composed.Clear();
            _backlog.Stored(_outboxBytes);
            _outbox.Clear();
            (_outboxBytes, _free) = (0, 0);
        }

        _workflow.RequestCancellation();
    }

    /// <summary>Composes what waits, until the outbox holds so many bytes: what does not fit stays as small as it was noted.</summary>
    private void ComposePending(long outboxBytes = long.MaxValue)
    {
        while (_outboxBytes < outboxBytes && (_taken ??= _buffer.TakeAll()) is { } segment)
        {
            for (var i = 0; i < segment.Count; i++) _composer.Compose(segment.Slots[i], ComposeLastMetrics);
            Encode();
            LetGo(segment);
        }
    }

    private void LetGo(SlotSegment segment)
    {
        _taken = segment.Next;
        _backlog.Composed(segment.Slots.Length, 0);
        SlotSegment.Return(segment);
    }

    private void ComposePeriodic()
    {
        if (_composer.HasEnded) return;
        var now = _time.GetTimestamp();
        var ticks = _time.GetElapsedTime(0, now).Ticks;
        if (ticks >= _progressDue)
        {
            if (_progressReported)
            {
                _progressReported = false;
                _composer.MarkProgress();
            }

            if (_composer.ProgressIsNews || (_composer.ProgressIsMoving && ticks >= _beatDue))
            {
                _progressDue = ticks + ProgressInterval;
                _composer.ComposeProgress(now);
                _beatDue = ticks + _composer.ProgressBeat.Ticks;
            }
        }

        if (ticks >= _metricsDue)
        {
            _metricsDue = ticks + MetricInterval;
            ComposeMetrics(now);
        }
    }

    private void ComposeLastMetrics() => ComposeMetrics(_time.GetTimestamp());

    private void ComposeMetrics(long now)
    {
        if (!_composer.HasEnded && _metrics.TakeChanged() is { } changed) _composer.ComposeMetrics(changed, now);
    }

    private void Encode()
    {
        var bytes = 0L;
        foreach (var composed in _composer.Composed)
        {
            var data = WorkflowEventSerializer.Serialize(composed);
            _outbox.Add(new OutgoingEvent(composed, new NewEvent(composed.Seq, composed.EventType, data, composed.IsTerminal)));
            bytes += data.Length + EventOverhead;
        }

        _composer.Composed.Clear();
        _outboxBytes += bytes;
        if (bytes > 0) _backlog.Composed(0, bytes);
    }
}
