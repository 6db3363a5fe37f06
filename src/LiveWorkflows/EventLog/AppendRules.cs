using System.Buffers;

namespace LiveWorkflows.EventLog;

/// <summary>The law of appending, in one place for every storage technology.</summary>
public static class AppendRules
{
    private const int MaxTypeLength = 64;

    private static readonly SearchValues<char> TypeCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.");

    /// <summary>Refuses what no log could ever take: a mistake of the program, not of the moment.</summary>
    /// <exception cref="ArgumentException">A batch is empty, its id or epoch is invalid, or an event could break the framing of a stream.</exception>
    public static void Validate(IReadOnlyList<EventBatch> batches)
    {
        ArgumentNullException.ThrowIfNull(batches);
        foreach (var batch in batches)
        {
            if (batch is null) throw new ArgumentException("A batch is null.", nameof(batches));
            WorkflowId.ThrowIfInvalid(batch.WorkflowId, nameof(batches));
            if (batch.Epoch < 0) throw new ArgumentException("An epoch is never negative.", nameof(batches));
            if (batch.Events is not { Count: > 0 }) throw new ArgumentException("A batch holds at least one event.", nameof(batches));
            for (var i = 0; i < batch.Events.Count; i++) ValidateEvent(batch.Events[i], nameof(batches));
        }
    }

    /// <summary>What becomes of a batch, given where its workflow's log stands (null: nothing was ever appended).</summary>
    /// <remarks>A deleted workflow has no head: the log answers <see cref="AppendStatus.Deleted"/> itself, before asking here.</remarks>
    public static AppendStatus Judge(LogHead? head, EventBatch batch)
    {
        ArgumentNullException.ThrowIfNull(batch);
        if (head is not null && batch.Epoch < head.Epoch) return AppendStatus.Fenced;
        if (head is { IsEnded: true } || batch.ExpectedPosition != head?.Position) return AppendStatus.Conflict;
        return FollowsOn(batch.Events, head?.LastSequence ?? 0) ? AppendStatus.Appended : AppendStatus.Conflict;
    }

    private static bool FollowsOn(IReadOnlyList<NewEvent> events, long lastSequence)
    {
        for (var i = 0; i < events.Count; i++)
        {
            if (events[i].Sequence != lastSequence + i + 1) return false;
            if (events[i].IsTerminal && i < events.Count - 1) return false;
        }

        return true;
    }

    private static void ValidateEvent(in NewEvent newEvent, string parameterName)
    {
        if (newEvent.Type is not { Length: > 0 and <= MaxTypeLength } || newEvent.Type.AsSpan().ContainsAnyExcept(TypeCharacters))
            throw new ArgumentException("An event's type is 1 to 64 letters, digits, '-', '_' and '.'.", parameterName);
        if (newEvent.Data.IsEmpty || newEvent.Data.Span.ContainsAny((byte)'\r', (byte)'\n', (byte)0))
            throw new ArgumentException("An event's data is JSON on one line.", parameterName);
    }
}
