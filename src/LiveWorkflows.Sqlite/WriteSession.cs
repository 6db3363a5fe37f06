using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace LiveWorkflows.Sqlite;

/// <summary>The one connection that writes, with its statements kept prepared.</summary>
/// <remarks>Used by the writer's thread alone. Parameters are named <c>$0</c>, <c>$1</c> … in the order of the arguments.</remarks>
internal sealed class WriteSession : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly Dictionary<string, SqliteCommand> _commands = new(StringComparer.Ordinal);

    public WriteSession(string connectionString)
    {
        _connection = new SqliteConnection(connectionString);
        try
        {
            _connection.Open();
            Execute("PRAGMA busy_timeout = 5000");
            Execute("PRAGMA journal_mode = WAL");
            Execute("PRAGMA synchronous = FULL");
            Execute("PRAGMA secure_delete = ON");
            Execute("PRAGMA temp_store = MEMORY");
            SqliteSchema.Migrate(_connection);
        }
        catch
        {
            _connection.Dispose();
            throw;
        }
    }

    public long LastInsertedRow => raw.sqlite3_last_insert_rowid(_connection.Handle);

    public bool IsInTransaction => raw.sqlite3_get_autocommit(_connection.Handle) == 0;

    /// <summary>Runs a statement and returns how many rows it changed.</summary>
    public int Execute(string sql, params ReadOnlySpan<object?> arguments) => Bind(sql, arguments).ExecuteNonQuery();

    /// <summary>Runs a statement and returns the first value of its first row; null when there is none.</summary>
    public object? Scalar(string sql, params ReadOnlySpan<object?> arguments) => Bind(sql, arguments).ExecuteScalar() is { } value and not DBNull ? value : null;

    /// <summary>Runs a query.</summary>
    public SqliteDataReader Query(string sql, params ReadOnlySpan<object?> arguments) => Bind(sql, arguments).ExecuteReader();

    /// <summary>Moves everything from the write-ahead log into the database and empties the log; false when a reader stood in the way.</summary>
    public bool TryTruncateLog()
    {
        using var reader = Query("PRAGMA wal_checkpoint(TRUNCATE)");
        return reader.Read() && reader.GetInt32(0) == 0;
    }

    public void Dispose()
    {
        foreach (var command in _commands.Values) command.Dispose();
        _connection.Dispose();
    }

    private SqliteCommand Bind(string sql, ReadOnlySpan<object?> arguments)
    {
        if (!_commands.TryGetValue(sql, out var command))
        {
            command = _connection.CreateCommand();
#pragma warning disable CA2100 // Every statement is a constant of this project; what comes from outside is bound.
            command.CommandText = sql;
#pragma warning restore CA2100
            for (var i = 0; i < arguments.Length; i++) command.Parameters.Add(new SqliteParameter { ParameterName = $"${i}" });
            _commands[sql] = command;
        }

        for (var i = 0; i < arguments.Length; i++) command.Parameters[i].Value = arguments[i] ?? DBNull.Value;
        return command;
    }
}
