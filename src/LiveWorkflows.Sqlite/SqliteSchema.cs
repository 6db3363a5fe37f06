using System.Globalization;
using Microsoft.Data.Sqlite;

namespace LiveWorkflows.Sqlite;

/// <summary>The tables, as a list of steps: a database goes from the version it has to the newest, each step in a transaction of its own.</summary>
internal static class SqliteSchema
{
    // AUTOINCREMENT everywhere: without it the numbers of deleted rows would be handed out again.
    private static readonly string[] Migrations =
    [
        """
        CREATE TABLE identity (value TEXT NOT NULL);
        INSERT INTO identity VALUES (lower(hex(randomblob(4))));

        CREATE TABLE workflows (
            number INTEGER PRIMARY KEY AUTOINCREMENT,
            id TEXT NOT NULL UNIQUE,
            epoch INTEGER NOT NULL DEFAULT 0,
            last_sequence INTEGER NOT NULL DEFAULT 0,
            last_position INTEGER NOT NULL DEFAULT 0,
            is_ended INTEGER NOT NULL DEFAULT 0,
            is_deleted INTEGER NOT NULL DEFAULT 0);

        CREATE TABLE events (
            position INTEGER PRIMARY KEY AUTOINCREMENT,
            workflow INTEGER NOT NULL,
            sequence INTEGER NOT NULL,
            type TEXT NOT NULL,
            data BLOB NOT NULL);
        CREATE UNIQUE INDEX events_of_workflow ON events (workflow, sequence);

        CREATE TABLE jobs (
            number INTEGER PRIMARY KEY AUTOINCREMENT,
            id TEXT NOT NULL UNIQUE,
            type TEXT,
            payload BLOB,
            enqueued_at INTEGER NOT NULL,
            available_at INTEGER NOT NULL,
            is_open INTEGER NOT NULL DEFAULT 1,
            is_leased INTEGER NOT NULL DEFAULT 0,
            epoch INTEGER NOT NULL DEFAULT 0,
            worker TEXT);
        CREATE INDEX open_jobs ON jobs (number, is_leased, available_at) WHERE is_open = 1;

        CREATE TABLE records (key TEXT NOT NULL PRIMARY KEY, value BLOB NOT NULL, version INTEGER NOT NULL);
        CREATE TABLE record_versions (last INTEGER NOT NULL);
        INSERT INTO record_versions VALUES (0);
        """,
    ];

    /// <exception cref="InvalidOperationException">The database was written by a newer version of this library.</exception>
    public static void Migrate(SqliteConnection connection)
    {
        var version = Convert.ToInt32(Scalar(connection, "PRAGMA user_version"), CultureInfo.InvariantCulture);
        if (version > Migrations.Length)
        {
            throw new InvalidOperationException(
                $"The database has schema version {version}, and this version of the program knows {Migrations.Length} at most: use the newer one.");
        }

        for (; version < Migrations.Length; version++)
        {
            var step = string.Create(CultureInfo.InvariantCulture, $"BEGIN IMMEDIATE; {Migrations[version]} PRAGMA user_version = {version + 1}; COMMIT;");
            Scalar(connection, step);
        }
    }

    private static object? Scalar(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Only the constants above are ever run.
        command.CommandText = sql;
#pragma warning restore CA2100
        return command.ExecuteScalar();
    }
}
