using Microsoft.Data.Sqlite;
using static SQLitePCL.raw;

namespace LiveWorkflows.Sqlite;

/// <summary>Tells a storage that is full or out of reach, which may pass, from a mistake, which will not.</summary>
internal static class SqliteErrors
{
    public static bool IsUnavailable(Exception failure) => failure is SqliteException
    {
        SqliteErrorCode: SQLITE_FULL or SQLITE_IOERR or SQLITE_BUSY or SQLITE_LOCKED or SQLITE_CANTOPEN
            or SQLITE_READONLY or SQLITE_NOMEM or SQLITE_PROTOCOL,
    };
}
