namespace LiveWorkflows.Sqlite.Tests;

/// <summary>A data directory with its database open, which can be closed and opened again.</summary>
internal sealed class OpenStorage : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public OpenStorage() => Database = new SqliteDatabase(_directory.Path);

    public SqliteDatabase Database { get; private set; }

    public TemporaryDirectory Directory => _directory;

    public SqliteDatabase Reopen()
    {
        Database.Dispose();
        return Database = new SqliteDatabase(_directory.Path);
    }

    public void Dispose()
    {
        Database.Dispose();
        _directory.Dispose();
    }
}
