using System.Runtime.CompilerServices;
using LiveWorkflows.EventLog;
using Microsoft.Data.Sqlite;

namespace LiveWorkflows.Sqlite;

/// <summary>The event log in SQLite: one row an event, one commit for all who append at the same time.</summary>
internal sealed class SqliteEventLog : IEventLog
{
    private const int SliceSize = 256;

    private readonly SqliteDatabase _database;
    private readonly AppendSignals _signals = new();
    private readonly PositionTokens _tokens;

    public SqliteEventLog(SqliteDatabase database)
    {
        _database = database;
        _tokens = new PositionTokens(database.Read("SELECT value FROM identity", reader => reader.Read() ? reader.GetString(0) : "", Unavailable));
    }

    // The data directory is locked: a second process does not get this far.
    public bool IsExclusive => true;

    public async ValueTask<IReadOnlyList<AppendResult>> AppendAsync(IReadOnlyList<EventBatch> batches, CancellationToken cancellationToken = default)
    {
        AppendRules.Validate(batches);
        var results = await _database.WriteAsync(
            session => SqliteEventWriter.Append(session, _tokens, batches), Unavailable, cancellationToken).ConfigureAwait(false);
        for (var i = 0; i < results.Length; i++)
        {
            if (results[i].Status == AppendStatus.Appended) _signals.Raise(batches[i].WorkflowId);
        }

        _signals.All.Raise();
        return results;
    }

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

            if (slice.Count < SliceSize) break;
        }
    }

    public async IAsyncEnumerable<StoredEvent> FollowAsync(
        string workflowId, long afterSequence = 0, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        WorkflowId.ThrowIfInvalid(workflowId);
        using var following = _signals.Follow(workflowId);
        while (true)
        {
            var changed = following.Signal.Next;
            if (IsDeleted(workflowId)) yield break;
            await foreach (var stored in ReadAsync(workflowId, afterSequence, cancellationToken).ConfigureAwait(false))
            {
                afterSequence = stored.Sequence;
                yield return stored;
            }

            await changed.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    public async IAsyncEnumerable<StoredEvent> ReadAllAsync(
        LogPosition after = default, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await Task.CompletedTask.ConfigureAwait(false);
        var end = End();
        var behind = _tokens.Read(after, end);
        for (var slice = SliceOfAll(behind, end); slice.Count > 0; slice = SliceOfAll(behind, end))
        {
            foreach (var (position, stored) in slice)
            {
                cancellationToken.ThrowIfCancellationRequested();
                behind = position;
                yield return stored;
            }
        }
    }

    public IAsyncEnumerable<StoredEvent> FollowAllAsync(LogPosition? after = null, CancellationToken cancellationToken = default)
    {
        var end = End();
        return FollowBehindAsync(_tokens.Write(after is { } position ? _tokens.Read(position, end) : end), cancellationToken);
    }

    public ValueTask<LogHead?> GetHeadAsync(string workflowId, CancellationToken cancellationToken = default)
    {
        WorkflowId.ThrowIfInvalid(workflowId);
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult(_database.Read(
            """
            SELECT last_position, last_sequence, epoch, is_ended FROM workflows WHERE id = $0 AND is_deleted = 0
            """,
            reader => reader.Read()
                ? new LogHead(_tokens.Write(reader.GetInt64(0)), reader.GetInt64(1), reader.GetInt64(2), reader.GetBoolean(3))
                : null,
            Unavailable,
            workflowId));
    }

    public async ValueTask DeleteAsync(string workflowId, CancellationToken cancellationToken = default)
    {
        WorkflowId.ThrowIfInvalid(workflowId);
        await _database.WriteAsync(
            session => SqliteEventWriter.Delete(session, workflowId), Unavailable, cancellationToken, erasesTraces: true).ConfigureAwait(false);
        _signals.Raise(workflowId);
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

    private List<StoredEvent> Slice(string workflowId, long afterSequence) => _database.Read(
        """
        SELECT position, sequence, type, data FROM events
        WHERE workflow = (SELECT number FROM workflows WHERE id = $0) AND sequence > $1 ORDER BY sequence LIMIT $2
        """,
        reader =>
        {
            var slice = new List<StoredEvent>();
            while (reader.Read())
            {
                slice.Add(new StoredEvent(
                    workflowId, reader.GetInt64(1), reader.GetString(2), Blob(reader, 3), _tokens.Write(reader.GetInt64(0))));
            }

            return slice;
        },
        Unavailable,
        workflowId, afterSequence, SliceSize);

    private List<(long Position, StoredEvent Stored)> SliceOfAll(long behind, long end) => _database.Read(
        """
        SELECT e.position, w.id, e.sequence, e.type, e.data FROM events e CROSS JOIN workflows w ON w.number = e.workflow
        WHERE e.position > $0 AND e.position <= $1 ORDER BY e.position LIMIT $2
        """,
        reader =>
        {
            var slice = new List<(long, StoredEvent)>();
            while (reader.Read())
            {
                var position = reader.GetInt64(0);
                slice.Add((position, new StoredEvent(
                    reader.GetString(1), reader.GetInt64(2), reader.GetString(3), Blob(reader, 4), _tokens.Write(position))));
            }

            return slice;
        },
        Unavailable,
        behind, end, SliceSize);

    private long End() => _database.Read(
        "SELECT seq FROM sqlite_sequence WHERE name = 'events'", reader => reader.Read() ? reader.GetInt64(0) : 0, Unavailable);

    private bool IsDeleted(string workflowId) => _database.Read(
        "SELECT 1 FROM workflows WHERE id = $0 AND is_deleted = 1", reader => reader.Read(), Unavailable, workflowId);

    private static byte[] Blob(SqliteDataReader reader, int column) => reader.GetFieldValue<byte[]>(column);

    private static EventLogUnavailableException Unavailable(Exception failure) =>
        new("The event log cannot reach its database at present.", failure);
}
