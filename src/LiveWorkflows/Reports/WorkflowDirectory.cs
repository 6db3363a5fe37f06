using System.Globalization;

namespace LiveWorkflows.Reports;

/// <summary>The workflows that the event log knows of, newest first: all that are not over, and as many of the others as the settings say.</summary>
/// <remarks>Thread-safe. An index in memory (about 0.8 KB an entry), kept under <c>workflow/</c> in the records, and caught up from the event log at the start.</remarks>
public sealed class WorkflowDirectory
{
    private static readonly Comparer<WorkflowEntry> NewestFirst = Comparer<WorkflowEntry>.Create(static (left, right) =>
        right.CreatedAt.CompareTo(left.CreatedAt) is not 0 and var byTime ? byTime : string.CompareOrdinal(left.WorkflowId, right.WorkflowId));

    private readonly Lock _gate = new();
    private readonly Dictionary<string, WorkflowEntry> _byId = new(StringComparer.Ordinal);
    private readonly SortedSet<WorkflowEntry> _sorted = new(NewestFirst);

    private readonly HashSet<string> _open = new(StringComparer.Ordinal);
    private readonly int _mostEnded;

    internal WorkflowDirectory(int mostEnded = int.MaxValue) => _mostEnded = mostEnded;

    /// <summary>The entry of a workflow, or null.</summary>
    public WorkflowEntry? Find(string workflowId)
    {
        lock (_gate) return _byId.GetValueOrDefault(workflowId);
    }

    /// <summary>The workflows that match, newest first, a page at a time.</summary>
    /// <exception cref="FormatException">The cursor is not one of this list.</exception>
    public WorkflowPage List(WorkflowQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        var limit = Math.Clamp(query.Limit, 1, 500);
        var after = query.Cursor is null ? null : Position(query.Cursor);
        lock (_gate)
        {
            IEnumerable<WorkflowEntry> candidates = _sorted;
            if (after is not null && _sorted.Count > 0)
                candidates = NewestFirst.Compare(after, _sorted.Max!) >= 0 ? [] : _sorted.GetViewBetween(after, _sorted.Max).SkipWhile(entry => NewestFirst.Compare(entry, after) <= 0);
            var page = candidates.Where(query.Matches).Take(limit + 1).ToList();
            if (page.Count <= limit) return new WorkflowPage(page, null);
            page.RemoveAt(limit);
            return new WorkflowPage(page, CursorOf(page[^1]));
        }
    }

    internal IReadOnlyList<WorkflowEntry> Open()
    {
        lock (_gate) return [.. _open.Select(id => _byId[id])];
    }

    /// <summary>Takes in an entry, and gives the ids of those that found no room any more.</summary>
    internal IReadOnlyList<string> Put(WorkflowEntry entry)
    {
        List<string>? dropped = null;
        lock (_gate)
        {
            if (_byId.Remove(entry.WorkflowId, out var before)) _sorted.Remove(before);
            _byId[entry.WorkflowId] = entry;
            _sorted.Add(entry);
            if (entry.EndedAt is null) _open.Add(entry.WorkflowId);
            else _open.Remove(entry.WorkflowId);
            while (_byId.Count - _open.Count > _mostEnded)
            {
                var oldest = _sorted.Reverse().First(candidate => candidate.EndedAt is not null);
                Drop(oldest);
                (dropped ??= []).Add(oldest.WorkflowId);
            }
        }

        return dropped ?? (IReadOnlyList<string>)[];
    }

    internal void Remove(string workflowId)
    {
        lock (_gate)
        {
            if (_byId.TryGetValue(workflowId, out var entry)) Drop(entry);
        }
    }

    private void Drop(WorkflowEntry entry)
    {
        _byId.Remove(entry.WorkflowId);
        _open.Remove(entry.WorkflowId);
        _sorted.Remove(entry);
    }

    private static string CursorOf(WorkflowEntry entry) => string.Create(CultureInfo.InvariantCulture, $"{entry.CreatedAt.UtcTicks:x}.{entry.WorkflowId}");

    private static WorkflowEntry Position(string cursor)
    {
        var dot = cursor.IndexOf('.', StringComparison.Ordinal);
        if (dot < 1 || !long.TryParse(cursor.AsSpan(0, dot), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var ticks)
            || ticks < 0 || ticks > DateTimeOffset.MaxValue.Ticks || !WorkflowId.IsValid(cursor[(dot + 1)..]))
        {
            throw new FormatException("This is no cursor of the list of workflows.");
        }

        return new WorkflowEntry { WorkflowId = cursor[(dot + 1)..], Name = "", Type = "", CreatedAt = new DateTimeOffset(ticks, TimeSpan.Zero) };
    }
}
