namespace LiveWorkflows.Sqlite;

/// <summary>Where the embedded storage keeps its files.</summary>
public sealed class SqliteOptions
{
    /// <summary>The directory of the database and the artifacts; made when it is not there. One process at a time may use it.</summary>
    public string DataDirectory { get; set; } = "";
}
