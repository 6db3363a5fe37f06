using Microsoft.Data.Sqlite;

namespace LiveWorkflows.Sqlite;

/// <summary>Commits what many callers want written, together: while one commit is on its way to the disk, the next gathers.</summary>
/// <remarks>A thread of its own, because a commit blocks until the disk has answered, and the pool has better things to do.</remarks>
internal sealed class GroupCommitWriter : IDisposable
{
    private readonly string _connectionString;
    private readonly Thread _thread;
    private readonly object _gate = new();
    private List<WriteOperation> _pending = [];
    private WriteSession? _session;
    private bool _isClosing;
    private bool _owesTruncation = true;

    /// <summary>Opens or makes the database, clears what a crash may have left in the write-ahead log, and starts.</summary>
    public GroupCommitWriter(string connectionString, Action<WriteSession> onOpened)
    {
        _connectionString = connectionString;
        _session = new WriteSession(connectionString);
        onOpened(_session);
        PayTruncation();
        _thread = new Thread(Work) { IsBackground = true, Name = "LiveWorkflows SQLite writer" };
        _thread.Start();
    }

    public Task<T> WriteAsync<T>(
        Func<WriteSession, T> body, Func<Exception, Exception> unavailable, CancellationToken cancellationToken, bool erasesTraces = false)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var operation = new WriteOperation<T>(body, unavailable, cancellationToken) { ErasesTraces = erasesTraces };
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_isClosing, this);
            _pending.Add(operation);
            if (_pending.Count == 1) Monitor.Pulse(_gate);
        }

        return operation.Completion;
    }

    /// <summary>Commits what is pending and closes the database.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            _isClosing = true;
            Monitor.Pulse(_gate);
        }

        _thread.Join();
    }

    private void Work()
    {
        var group = new List<WriteOperation>();
        while (TakePending(ref group))
        {
            group.RemoveAll(operation => !operation.TryBegin());
            if (group.Count > 0) Commit(group);
            group.Clear();
        }

        _session?.Dispose();
    }

    private bool TakePending(ref List<WriteOperation> group)
    {
        lock (_gate)
        {
            while (_pending.Count == 0 && !_isClosing) Monitor.Wait(_gate);
            (_pending, group) = (group, _pending);
            return group.Count > 0;
        }
    }

    private void Commit(List<WriteOperation> group)
    {
        try
        {
            RunTransaction(group);
        }
        catch (Exception failure)
        {
            RollBack();
            if (group.Count == 1 || SqliteErrors.IsUnavailable(failure)) Fail(group, failure);
            else foreach (var operation in group) Commit([operation]); // A mistake of one must not cost the others their commit.
            return;
        }

        Finish(group);
    }

    private void RunTransaction(List<WriteOperation> group)
    {
        _session ??= new WriteSession(_connectionString);
        _session.Execute("BEGIN IMMEDIATE");
        foreach (var operation in group) operation.Run(_session);
        _session.Execute("COMMIT");
    }

    private void Finish(List<WriteOperation> group)
    {
        _owesTruncation |= group.Exists(operation => operation.ErasesTraces);
        var failure = _owesTruncation ? PayTruncation() : null;
        foreach (var operation in group)
        {
            if (failure is not null && operation.ErasesTraces) operation.Fail(failure);
            else operation.Succeed();
        }
    }

    // What could not be paid now stays owed, and is tried again with every further commit.
    private SqliteException? PayTruncation()
    {
        try
        {
            _owesTruncation = !_session!.TryTruncateLog();
            return _owesTruncation ? new SqliteException("A reader kept the write-ahead log from being emptied.", SQLitePCL.raw.SQLITE_BUSY) : null;
        }
        catch (SqliteException failure)
        {
            _owesTruncation = true;
            return failure;
        }
    }

    private void RollBack()
    {
        try
        {
            // SQLite has rolled back by itself after some errors: then there is no transaction left, which is as good.
            if (_session?.IsInTransaction == true) _session.Execute("ROLLBACK");
        }
        catch (SqliteException)
        {
            // A connection that cannot even go back is given up; the next group opens another.
            _session?.Dispose();
            _session = null;
        }
    }

    private static void Fail(List<WriteOperation> group, Exception failure)
    {
        foreach (var operation in group) operation.Fail(failure);
    }
}
