using Microsoft.Data.Sqlite;

namespace LiveWorkflows.Sqlite;

/// <summary>The database file of a data directory: many readers, one writer.</summary>
internal sealed class SqliteDatabase : IDisposable
{
    private readonly DataDirectory _directory;
    private readonly GroupCommitWriter _writer;
    private readonly string _readerString;

    /// <exception cref="DataDirectoryInUseException">Another process uses the directory.</exception>
    public SqliteDatabase(string dataDirectory)
    {
        _directory = DataDirectory.Open(dataDirectory);
        try
        {
            var file = new SqliteConnectionStringBuilder { DataSource = _directory.DatabaseFile };
            _readerString = file.ToString();
            file.Pooling = false;
            _writer = new GroupCommitWriter(file.ToString(), SqliteJobQueue.EndLeasesOfEarlierProcess);
        }
        catch
        {
            _directory.Dispose();
            throw;
        }
    }

    public string ArtifactsPath => _directory.Artifacts;

    /// <summary>Reads in one short transaction; the body must finish its reading before it returns, or the log could not be emptied.</summary>
    public T Read<T>(string sql, Func<SqliteDataReader, T> body, Func<Exception, Exception> unavailable, params ReadOnlySpan<object> arguments)
    {
        try
        {
            using var connection = new SqliteConnection(_readerString);
            connection.Open();
            using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Every statement is a constant of this project; what comes from outside is bound.
            command.CommandText = sql;
#pragma warning restore CA2100
            for (var i = 0; i < arguments.Length; i++) command.Parameters.AddWithValue($"${i}", arguments[i]);
            using var reader = command.ExecuteReader();
            return body(reader);
        }
        catch (SqliteException failure) when (SqliteErrors.IsUnavailable(failure))
        {
            throw unavailable(failure);
        }
    }

    /// <summary>Writes in the next commit; the task completes when that is on the disk.</summary>
    /// <param name="body">Makes the change, on the writer's thread; may be run again after a rollback.</param>
    /// <param name="unavailable">Gives a failure of the storage the contract's name.</param>
    /// <param name="cancellationToken">Lets go of a change that was not begun.</param>
    /// <param name="erasesTraces">Whether nothing of what was deleted may be left in the write-ahead log either.</param>
    public Task<T> WriteAsync<T>(
        Func<WriteSession, T> body, Func<Exception, Exception> unavailable, CancellationToken cancellationToken, bool erasesTraces = false) =>
        _writer.WriteAsync(body, unavailable, cancellationToken, erasesTraces);

    public void Dispose()
    {
        _writer.Dispose();
        using (var connection = new SqliteConnection(_readerString)) SqliteConnection.ClearPool(connection);
        _directory.Dispose();
    }
}
