using LiveWorkflows.EventLog;

namespace LiveWorkflows.Sqlite;

/// <summary>What the event log does inside a commit.</summary>
internal static class SqliteEventWriter
{
    public static AppendResult[] Append(WriteSession session, PositionTokens tokens, IReadOnlyList<EventBatch> batches)
    {
        var results = new AppendResult[batches.Count];
        for (var i = 0; i < results.Length; i++) results[i] = Append(session, tokens, batches[i]);
        return results;
    }

    /// <summary>Tombstone and erasure in one commit: there is no moment at which one stands without the other.</summary>
    public static bool Delete(WriteSession session, string workflowId)
    {
        session.Execute(
            """
            INSERT INTO workflows (id, is_deleted) VALUES ($0, 1)
            ON CONFLICT (id) DO UPDATE SET is_deleted = 1, is_ended = 0, epoch = 0, last_sequence = 0, last_position = 0
            """,
            workflowId);
        return session.Execute("DELETE FROM events WHERE workflow = (SELECT number FROM workflows WHERE id = $0)", workflowId) > 0;
    }

    private static AppendResult Append(WriteSession session, PositionTokens tokens, EventBatch batch)
    {
        var (number, head, isDeleted) = Find(session, tokens, batch.WorkflowId);
        if (isDeleted) return new AppendResult(AppendStatus.Deleted);
        var status = AppendRules.Judge(head, batch);
        if (status != AppendStatus.Appended) return new AppendResult(status);

        if (head is null)
        {
            session.Execute("INSERT INTO workflows (id) VALUES ($0)", batch.WorkflowId);
            number = session.LastInsertedRow;
        }

        foreach (var item in batch.Events)
        {
            session.Execute(
                "INSERT INTO events (workflow, sequence, type, data) VALUES ($0, $1, $2, $3)",
                number, item.Sequence, item.Type, item.Data.ToArray());
        }

        var position = session.LastInsertedRow;
        var last = batch.Events[^1];
        session.Execute(
            "UPDATE workflows SET epoch = $1, last_sequence = $2, last_position = $3, is_ended = $4 WHERE number = $0",
            number, batch.Epoch, last.Sequence, position, last.IsTerminal);
        return new AppendResult(AppendStatus.Appended, tokens.Write(position));
    }

    private static (long Number, LogHead? Head, bool IsDeleted) Find(WriteSession session, PositionTokens tokens, string workflowId)
    {
        using var reader = session.Query(
            "SELECT number, last_position, last_sequence, epoch, is_ended, is_deleted FROM workflows WHERE id = $0", workflowId);
        if (!reader.Read()) return (0, null, false);
        var head = new LogHead(tokens.Write(reader.GetInt64(1)), reader.GetInt64(2), reader.GetInt64(3), reader.GetBoolean(4));
        return (reader.GetInt64(0), head, reader.GetBoolean(5));
    }
}
